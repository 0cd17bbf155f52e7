package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DocumentReaderTest {

    private static final List<String> STORY = List.of(
            "Harbour closed after crane falls",
            "The harbour of Porto Novo was closed on Monday after a crane had fallen.",
            "Mayor Ana Silva said it would open again in May.");

    @TempDir
    Path folder;

    @Test
    void readsAWordDocument() throws IOException {
        assertIsTheStory(read(docx("harbour.docx", "", STORY)));
    }

    @Test
    void readsAnOpenDocument() throws IOException {
        assertIsTheStory(read(odt("harbour.odt", STORY)));
    }

    @Test
    void readsAPdf() throws IOException {
        Article article = read(pdf("harbour.pdf", STORY, ""));

        assertThat(article.title()).isEqualTo(STORY.getFirst());
        assertThat(article.body()).contains("closed on Monday").contains("Mayor Ana Silva");
        assertThat(article.publishedAt()).isNull();
        assertThat(article.authors()).isEmpty();
    }

    @Test
    void takesTheTitleThatADocumentStatesButNotAFileName() throws IOException {
        assertThat(read(docx("a.docx", "A crane has fallen", STORY)).title()).isEqualTo("A crane has fallen");
        assertThat(read(docx("b.docx", "Microsoft Word - draft.docx", STORY)).title())
                .isEqualTo(STORY.getFirst());
    }

    @Test
    void saysThatAPdfHasNoText() throws IOException {
        assertThat(rejection(pdf("scan.pdf", List.of(), "")))
                .contains("has no text")
                .contains("text recognition");
    }

    @Test
    void saysThatAPdfIsEncrypted() throws IOException {
        assertThat(rejection(pdf("secret.pdf", STORY, "password"))).contains("is encrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad.pdf", "bad.docx", "bad.odt"})
    void namesAFileThatIsNoneOfThese(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "This is not what its name says.");

        assertThat(rejection(file)).contains(" cannot be read as ");
    }

    @Test
    void givesUpOnAFileThatUnfoldsIntoAMultipleOfItsSize() throws IOException {
        String much = "<w:p><w:r><w:t>" + "word ".repeat(8_000_000) + "</w:t></w:r></w:p>";
        Path bomb = word("bomb.docx", much);

        assertThat(Files.size(bomb)).isLessThan(TextFile.LARGEST);
        assertThat(rejection(bomb)).contains(" cannot be read as .docx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.docx", "out.odt"})
    void readsNothingThatADocumentPointsAtOutsideOfItself(String name) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the launch code");
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Path file = name.endsWith(".odt")
                ? odt(name, entity, "<text:p>Before &e; after</text:p>")
                : word(name, entity, "<w:p><w:r><w:t>Before &e; after</w:t></w:r></w:p>");

        Collected collected = Collected.of(new DocumentReader(), file);

        assertThat(collected.articles).allSatisfy(a -> assertThat(a.body()).doesNotContain("launch code"));
        assertThat(collected.articles.size() + collected.rejections.size()).isEqualTo(1);
    }

    private void assertIsTheStory(Article article) {
        assertThat(article.title()).isEqualTo(STORY.getFirst());
        assertThat(article.body()).isEqualTo(STORY.get(1) + "\n\n" + STORY.get(2));
        assertThat(article.publishedAt()).isNull();
        assertThat(article.authors()).isEmpty();
    }

    private static Article read(Path file) {
        return Collected.of(new DocumentReader(), file).only();
    }

    private static String rejection(Path file) {
        Collected collected = Collected.of(new DocumentReader(), file);
        assertThat(collected.articles).isEmpty();
        return collected.rejections.getFirst();
    }

    private Path docx(String name, String title, List<String> paragraphs) throws IOException {
        Path file = folder.resolve(name);
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.getProperties().getCoreProperties().setTitle(title);
            document.getProperties().getCoreProperties().setCreator("Somebody's Computer");
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(out);
        }
        return file;
    }

    private Path word(String name, String body) throws IOException {
        return word(name, "", body);
    }

    private Path word(String name, String head, String body) throws IOException {
        return zip(
                name,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".wordprocessingml.document.main+xml\"/></Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"word/document.xml\"/></Relationships>",
                "word/document.xml",
                "<?xml version=\"1.0\"?>" + head
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + body + "</w:body></w:document>");
    }

    private Path odt(String name, List<String> paragraphs) throws IOException {
        return odt(name, "", "<text:p>" + String.join("</text:p><text:p>", paragraphs) + "</text:p>");
    }

    private Path odt(String name, String head, String body) throws IOException {
        return zip(
                name,
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + head
                        + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                        + body
                        + "</office:text></office:body></office:document-content>");
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path pdf(String name, List<String> lines, String password) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.newLineAtOffset(50, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, -40);
                }
                content.endText();
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(out);
        }
        return Files.write(folder.resolve(name), out.toByteArray());
    }
}
