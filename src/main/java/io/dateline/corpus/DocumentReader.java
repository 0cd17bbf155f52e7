package io.dateline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads {@code .pdf}, {@code .docx} and {@code .odt}: one article each, by Apache Tika. The headline is the title that the document
 * states, else its first paragraph. It has no date and no author: a document knows when it was saved and by whose machine, not when
 * it was published and by whom. What is embedded in it is not read.
 */
final class DocumentReader implements ArticleReader {

    /** In characters; the longest articles have some 300,000. */
    private static final int LONGEST_TEXT = 5_000_000;

    /** What editors put where a title is to stand. */
    private static final String NO_TITLE =
            "(?i)untitled.*|document ?\\d*|microsoft word - .*|.*\\.(?:docx?|odt|pdf|indd|rtf|txt)|\\W*";

    /** Tika's parsers take their time to load, so they are made when the first such file is read. */
    private static final Map<String, Supplier<Parser>> PARSERS =
            Map.of(".pdf", PDFParser::new, ".docx", OOXMLParser::new, ".odt", OpenDocumentParser::new);

    @Override
    public boolean accepts(Path file) {
        return FileName.has(file, PARSERS.keySet().toArray(String[]::new));
    }

    @Override
    public void read(Path file, Intake intake) {
        try {
            intake.accept(article(file));
        } catch (RejectedArticle e) {
            intake.reject(FileName.of(file), e.why());
        }
    }

    private static Article article(Path file) throws RejectedArticle {
        Metadata metadata = new Metadata();
        List<String> paragraphs = paragraphs(Jsoup.parse(html(file, TextFile.bytes(file), metadata)));
        if (paragraphs.isEmpty()) {
            throw new RejectedArticle(
                    "has no text; if it consists of pictures of pages, put it through text recognition first");
        }
        ArticleDraft draft = PlainTextReader.draft(FileName.withoutExtension(file), String.join("\n\n", paragraphs));
        String title = title(metadata);
        if (title == null) {
            return draft.article();
        }
        boolean isRepeated = paragraphs.size() > 1 && paragraphs.getFirst().equals(ArticleText.line(title));
        return draft.withTitle(title, isRepeated ? paragraphs.subList(1, paragraphs.size()) : paragraphs)
                .article();
    }

    private static @Nullable String title(Metadata metadata) {
        String title = metadata.get(TikaCoreProperties.TITLE);
        return title == null || ArticleText.line(title).matches(NO_TITLE) ? null : title;
    }

    private static String html(Path file, byte[] bytes, Metadata metadata) throws RejectedArticle {
        ToHTMLContentHandler html = new ToHTMLContentHandler();
        ContentHandler bounded = new WriteOutContentHandler(html, LONGEST_TEXT);
        try (TikaInputStream in = TikaInputStream.get(bytes)) {
            // The secure handler gives up on documents that unfold into a multiple of their size, or nest without end.
            parser(file).parse(in, new SecureContentHandler(bounded, in), metadata, nothingEmbedded());
            return html.toString();
        } catch (EncryptedDocumentException e) {
            throw new RejectedArticle("is encrypted; save it without a password");
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            // Whatever the parsers throw, unchecked too, is about this one file of anybody's making.
            throw new RejectedArticle(
                    "cannot be read as " + extension(file) + " (" + reason(e) + "); open it and save it again");
        }
    }

    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static Parser parser(Path file) {
        Supplier<Parser> parser = PARSERS.get(extension(file));
        if (parser == null) {
            throw new IllegalArgumentException("not a document that is read: " + file);
        }
        return parser.get();
    }

    private static String extension(Path file) {
        return PARSERS.keySet().stream()
                .filter(e -> FileName.has(file, e))
                .findFirst()
                .orElse("");
    }

    private static ParseContext nothingEmbedded() {
        PDFParserConfig textAlone = new PDFParserConfig();
        textAlone.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, textAlone);
        context.set(EmbeddedDocumentExtractor.class, new EmbeddedDocumentExtractor() {
            @Override
            public boolean shouldParseEmbedded(Metadata metadata) {
                return false;
            }

            @Override
            public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {
                // A picture or a table behind an article is not the article.
            }
        });
        return context;
    }

    private static List<String> paragraphs(Document page) {
        List<String> paragraphs = new ArrayList<>();
        for (Element block : page.select("h1, h2, h3, h4, h5, h6, p, li, td")) {
            String text = block.text();
            if (!text.isBlank() && block.parents().stream().noneMatch(outer -> outer.is("p, li, td"))) {
                paragraphs.add(text);
            }
        }
        return Paragraphs.of(ArticleText.clean(String.join("\n\n", paragraphs)));
    }
}
