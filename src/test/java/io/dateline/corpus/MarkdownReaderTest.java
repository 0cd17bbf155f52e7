package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsFrontMatterAndTheWordsOfMarkdown() throws IOException {
        Article article = read("""
                ---
                title: "Peace talks: a beginning"
                date: 2023-03-01
                author: By Ann Lee
                publisher: The News
                section: World
                url: https://news.example/1
                language: en
                ---
                # Peace talks: a beginning

                The two *presidents* met [in Beijing](https://news.example/beijing) and
                talked about `peace`.

                > “As soon as possible”, he said.

                * a ceasefire
                * talks

                ![a picture](x.png)
                """).only();

        assertThat(article.id()).isEqualTo("talks");
        assertThat(article.title()).isEqualTo("Peace talks: a beginning");
        assertThat(article.publishedAt()).isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(article.authors()).containsExactly("Ann Lee");
        assertThat(article.publisher()).isEqualTo("The News");
        assertThat(article.section()).isEqualTo("World");
        assertThat(article.url()).isEqualTo("https://news.example/1");
        assertThat(article.body())
                .isEqualTo(
                        "The two presidents met in Beijing and talked about peace.\n\n“As soon as possible”, he said."
                                + "\n\na ceasefire\n\ntalks");
    }

    @Test
    void takesTheFirstHeadingAsHeadlineWhereNothingElseNamesOne() throws IOException {
        Article article = read("# Talks | World\n\nThey met.\n").only();

        assertThat(article.title()).isEqualTo("Talks");
        assertThat(article.section()).isEqualTo("World");
        assertThat(article.body()).isEqualTo("They met.");
        assertThat(read("They met.\n\n---\n\nThey parted.\n").only().title()).isEqualTo("They met");
    }

    @Test
    void keepsAnIdAndAListOfAuthorsAsTheyAreWritten() throws IOException {
        Article article =
                read("---\nid: 007\nauthors: [Ann Lee, Bo Ek]\npublished_at: 2023-03-01T01:00:00+09:00\n---\nThey met.\n")
                        .only();

        assertThat(article.id()).isEqualTo("007");
        assertThat(article.authors()).containsExactly("Ann Lee", "Bo Ek");
        assertThat(article.publishedAt()).isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @Test
    void saysWhereFrontMatterIsBroken() throws IOException {
        assertThat(read("---\ntitle: Talks: a beginning\n---\nThey met.\n").rejections)
                .containsExactly(
                        "talks.md has front matter that is not YAML (line 2: mapping values are not allowed here); "
                                + "put values with a colon into quotation marks");
        assertThat(read("---\njust words\n---\nThey met.\n").rejections)
                .singleElement()
                .asString()
                .contains("write \"title: …\"");
    }

    @Test
    void makesNothingOfTagsAliasesOrDepthInFrontMatter() throws IOException {
        assertThat(read("---\nx: !!javax.script.ScriptEngineManager []\n---\nThey met.\n").rejections)
                .hasSize(1);
        assertThat(
                        read("---\na: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\nThey met.\n")
                                .rejections)
                .hasSize(1);
        assertThat(read("---\nx: " + "[".repeat(5_000) + "\n---\nThey met.\n").rejections)
                .hasSize(1);
    }

    @Test
    void survivesMarkdownThatNestsDeeply() throws IOException {
        assertThat(read(">".repeat(20_000) + " They met.\n").only().body()).endsWith("They met.");
        assertThat(read("*a **b ".repeat(5_000) + "met" + "** a*".repeat(5_000))
                        .only()
                        .body())
                .contains("met");
    }

    @Test
    void showsNoRawHtml() throws IOException {
        assertThat(read("They <b>met</b>.\n\n<div><script>alert(1)</script>They parted.</div>\n")
                        .only()
                        .body())
                .isEqualTo("They met.\n\nThey parted.");
    }

    private Collected read(String text) throws IOException {
        return Collected.of(new MarkdownReader(), Files.writeString(folder.resolve("talks.md"), text));
    }
}
