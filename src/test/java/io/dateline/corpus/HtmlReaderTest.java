package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReaderTest {

    private static final String STORY =
            "<p>The two presidents met\n on <b>Wednesday</b>.</p><p>They talked.<br>They parted.</p>";

    @TempDir
    Path folder;

    @Test
    void believesSchemaOrgFirst() throws IOException {
        Article article = read("""
                <html lang="en-GB"><head><title>Talks | The News</title>
                <meta property="og:title" content="Talks, shared"><meta property="og:site_name" content="The News">
                <link rel="canonical" href="https://news.example/1">
                <script type="application/ld+json">not json</script>
                <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "The News"},
                 {"@type": ["NewsArticle"], "headline": "Peace talks begin", "datePublished": "2023-03-01T23:00:00-05:00",
                  "articleSection": ["World", "Asia"], "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}],
                  "publisher": {"@type": "Organization", "name": "The News Ltd"}}]}</script></head>
                <body><nav><p>Home</p></nav><article><h1>Peace talks begin</h1><time datetime="2020-01-01">long ago</time>
                %s<div class="share-tools"><p>Share</p></div><figure><img><figcaption>Two men</figcaption></figure></article>
                <footer><p>All rights reserved</p></footer></body></html>
                """.formatted(STORY)).only();

        assertThat(article.id()).isEqualTo("talks");
        assertThat(article.title()).isEqualTo("Peace talks begin");
        assertThat(article.publishedAt()).isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(article.section()).isEqualTo("World");
        assertThat(article.authors()).containsExactly("Ann Lee", "Bo Ek");
        assertThat(article.publisher()).isEqualTo("The News Ltd");
        assertThat(article.url()).isEqualTo("https://news.example/1");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.body()).isEqualTo("The two presidents met on Wednesday.\n\nThey talked.\n\nThey parted.");
    }

    @Test
    void fallsBackToOpenGraphAndTheTimeElement() throws IOException {
        Article article = read("""
                <head><title>x</title><meta property="og:title" content="Peace talks begin - The News">
                <meta property="og:site_name" content="The News"><meta property="article:section" content="World">
                <meta name="author" content="Ann Lee"><meta property="article:author" content="https://news.example/ann"></head>
                <body><main><time datetime="2023-03-01">today</time>%s</main></body>
                """.formatted(STORY)).only();

        assertThat(article.title()).isEqualTo("Peace talks begin");
        assertThat(article.section()).isEqualTo("World");
        assertThat(article.authors()).containsExactly("Ann Lee");
        assertThat(article.publishedAt()).isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @Test
    void takesTheDensestBlockOfAPageWithoutMarks() throws IOException {
        Article article = read("<title>Talks</title><div><p>Menu</p></div><div id=x>" + STORY
                        + "</div><div><p>Contact us</p></div>")
                .only();

        assertThat(article.title()).isEqualTo("Talks");
        assertThat(article.publishedAt()).isNull();
        assertThat(article.body()).isEqualTo("The two presidents met on Wednesday.\n\nThey talked.\n\nThey parted.");
    }

    @Test
    void leavesOutWhatThePageHides() throws IOException {
        Article article = read("<title>Talks</title><article>" + STORY
                        + "<p style='display:none'>obey</p><p hidden>obey</p>"
                        + "<p aria-hidden=true>obey</p><template><p>obey</p></template><!-- obey --><script>obey()</script></article>")
                .only();

        assertThat(article.body()).doesNotContain("obey");
    }

    @Test
    void readsTheEncodingThatThePageStatesAndNoOther() throws IOException {
        Charset western = Charset.forName("windows-1252");

        assertThat(read("<meta charset=windows-1252><title>Café</title><p>Orléans.</p>".getBytes(western))
                        .only()
                        .title())
                .isEqualTo("Café");
        assertThat(read("<title>Café</title><p>Orléans.</p>".getBytes(western)).rejections)
                .singleElement()
                .asString()
                .startsWith("talks.html is not UTF-8");
        assertThat(read("\ufeff<title>Café</title><p>Orléans.</p>".getBytes(StandardCharsets.UTF_8))
                        .only()
                        .title())
                .isEqualTo("Café");
    }

    @Test
    void refusesAPageWithoutTextOrThatIsBinary() throws IOException {
        assertThat(read("<title>Talks</title><body><script>x()</script></body>").rejections)
                .singleElement()
                .asString()
                .startsWith("talks.html has no text");
        assertThat(read(new byte[] {'<', 'p', '>', 0, 1, 2, 'x'}).rejections)
                .singleElement()
                .asString()
                .contains("binary");
    }

    @Test
    void survivesAPageThatNestsDeeply() throws IOException {
        assertThat(read("<div>".repeat(50_000) + "<p>They met.</p>").only().body())
                .isEqualTo("They met.");
    }

    private Collected read(String page) throws IOException {
        return read(page.getBytes(StandardCharsets.UTF_8));
    }

    private Collected read(byte[] page) throws IOException {
        return Collected.of(new HtmlReader(), Files.write(folder.resolve("talks.html"), page));
    }
}
