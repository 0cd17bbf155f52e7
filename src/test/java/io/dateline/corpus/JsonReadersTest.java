package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReadersTest {

    private final JsonReader json = new JsonReader();
    private final JsonLinesReader lines = new JsonLinesReader();

    @TempDir
    Path folder;

    @Test
    void readsEveryFieldOfAnArticle() throws IOException {
        Article article = Collected.of(json, file("a.json", """
                {"id": "rt1", "url": "https://news.example/1", "title": "Peace talks begin", "publishedAt": "2023-03-01T23:30:00-05:00",
                 "authors": ["By Ann Lee", {"name": "Bo Ek"}], "publisher": "The News", "section": "World", "language": "en-GB",
                 "standfirst": "Two presidents meet.", "text": "They met.\\n\\nThey talked."}
                """)).only();

        assertThat(article.id()).isEqualTo("rt1");
        assertThat(article.url()).isEqualTo("https://news.example/1");
        assertThat(article.title()).isEqualTo("Peace talks begin");
        assertThat(article.publishedAt()).isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(article.authors()).containsExactly("Ann Lee", "Bo Ek");
        assertThat(article.publisher()).isEqualTo("The News");
        assertThat(article.section()).isEqualTo("World");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.standfirst()).isEqualTo("Two presidents meet.");
        assertThat(article.body()).isEqualTo("Two presidents meet.\n\nThey met.\n\nThey talked.");
    }

    @Test
    void namesAnArticleWithoutIdAfterItsFileOrItsAddressOrItsText() throws IOException {
        assertThat(Collected.of(json, file("talks.json", "{\"text\": \"They met.\"}"))
                        .only()
                        .id())
                .isEqualTo("talks");

        Collected collected = Collected.of(lines, file("a.jsonl", """
                {"url": "https://news.example/1", "text": "They met."}
                {"url": "https://news.example/2", "text": "They met."}
                {"text": "They met again."}
                """));
        assertThat(collected.articles)
                .extracting(Article::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{16}"));
        assertThat(collected.articles)
                .extracting(Article::title)
                .containsExactly("They met", "They met", "They met again");
    }

    @Test
    void readsAnArrayAndReportsTheElementThatIsNoArticle() throws IOException {
        Collected collected = Collected.of(json, file("a.json", """
                [{"id": "1", "text": "One."},
                 {"id": "2", "title": "No text"},
                 17,
                 {"id": "3", "body": "Three."}]
                """));

        assertThat(collected.articles).extracting(Article::id).containsExactly("1", "3");
        assertThat(collected.rejections).hasSize(2);
        assertThat(collected.rejections.get(0)).startsWith("a.json:2 has no text");
        assertThat(collected.rejections.get(1)).startsWith("a.json:3 is not a JSON object");
    }

    @Test
    void keepsTheArticlesBeforeTheFaultOfABrokenArray() throws IOException {
        Collected collected =
                Collected.of(json, file("a.json", "[{\"id\": \"1\", \"text\": \"One.\"},\n {\"id\": \"2\", "));

        assertThat(collected.articles).extracting(Article::id).containsExactly("1");
        assertThat(collected.rejections).singleElement().asString().startsWith("a.json:2 is not valid JSON (");
    }

    @Test
    void reportsABadLineByItsNumberAndReadsTheOthers() throws IOException {
        Collected collected = Collected.of(lines, file("feed.jsonl", """
                {"id": "1", "text": "One."}

                {"id": "2", "text":
                {"id": "3", "text": "Three."} {"id": "4"}
                {"id": "5", "text": "Five."}
                """));

        assertThat(collected.articles).extracting(Article::id).containsExactly("1", "5");
        assertThat(collected.rejections).hasSize(2);
        assertThat(collected.rejections.get(0)).startsWith("feed.jsonl:3 is not valid JSON (");
        assertThat(collected.rejections.get(1)).startsWith("feed.jsonl:4 is not valid JSON (");
    }

    @Test
    void keepsTheFirstOfTwoArticlesWithOneId() throws IOException {
        Collected collected = Collected.of(
                lines, file("a.jsonl", "{\"id\": \"1\", \"text\": \"One.\"}\n{\"id\": \"1\", \"text\": \"Two.\"}\n"));

        assertThat(collected.articles).extracting(Article::body).containsExactly("One.");
        assertThat(collected.rejections)
                .singleElement()
                .asString()
                .startsWith("a.jsonl:2 has the id 1 that line 1 has already");
    }

    @Test
    void reportsALineThatIsNotUtf8AndReadsTheOthers() throws IOException {
        Path file = folder.resolve("a.jsonl");
        Files.write(file, "{\"text\": \"Caf\u00e9.\"}\n{\"text\": \"Tea.\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        Collected collected = Collected.of(lines, file);

        assertThat(collected.articles).extracting(Article::body).containsExactly("Tea.");
        assertThat(collected.rejections).singleElement().asString().startsWith("a.jsonl:1 is not UTF-8");
    }

    @Test
    void reportsALineThatIsTooLongAndReadsTheOthers() throws IOException {
        String huge = "{\"text\": \"" + "word ".repeat(JsonLinesReader.LONGEST_LINE / 5) + "\"}";

        Collected collected = Collected.of(lines, file("a.jsonl", huge + "\n{\"text\": \"Tea.\"}"));

        assertThat(collected.articles).extracting(Article::body).containsExactly("Tea.");
        assertThat(collected.rejections).containsExactly("a.jsonl:1 is longer than 5 MB; one article fits on one line");
    }

    @Test
    void refusesAJsonArticleThatIsTooLarge() throws IOException {
        Collected collected = Collected.of(
                json,
                file("a.json", "[{\"text\": \"Tea.\"}, {\"text\": \"" + "word ".repeat(TextFile.LARGEST / 4) + "\"}]"));

        assertThat(collected.articles).extracting(Article::body).containsExactly("Tea.");
        assertThat(collected.rejections)
                .containsExactly(
                        "a.json holds an article of more than 10 MB; many articles go into an array, or one a line"
                                + " into a .jsonl file");
    }

    @Test
    void givesUpOnAFileThatIsNoJsonLines() throws IOException {
        Collected collected = Collected.of(lines, file("a.jsonl", "plain words\n".repeat(5_000)));

        assertThat(collected.rejections)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("a.jsonl has no article in its first lines");
    }

    @Test
    void readsWhatIsCompressed() throws IOException {
        Path file = folder.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\ufeff{\"id\": \"1\", \"text\": \"One.\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Collected.of(lines, file).only().id()).isEqualTo("1");
    }

    @Test
    void reportsACompressedFileThatBreaksOff() throws IOException {
        Path whole = folder.resolve("whole.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            for (int i = 0; i < 5_000; i++) {
                out.write("{\"id\": \"%d\", \"text\": \"Number %h.\"}\n"
                        .formatted(i, i * 7919)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("a.jsonl.gz");
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        Collected collected = Collected.of(lines, file);

        assertThat(collected.articles).isNotEmpty();
        assertThat(collected.rejections).last().asString().startsWith("a.jsonl.gz cannot be read to its end");
    }

    @Test
    void reportsEmptyFiles() throws IOException {
        assertThat(Collected.of(lines, file("a.jsonl", "")).rejections)
                .containsExactly("a.jsonl is empty; put an article into it or delete it");
        assertThat(Collected.of(json, file("a.json", " \n")).rejections)
                .containsExactly("a.json is empty; put an article into it or delete it");
        assertThat(Collected.of(lines, file("a.jsonl.gz", "not gzip")).rejections)
                .containsExactly("a.jsonl.gz is not a whole gzip file (Not in GZIP format); compress it again");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
