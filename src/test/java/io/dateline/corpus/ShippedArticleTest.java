package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedArticleTest {

    private static final Path FOLDER = Path.of("data", "articles");

    private final Article article = read();

    static Article read() {
        ArticleFolder folder = new ArticleFolder(FOLDER);
        Collected collected = new Collected();
        ArticleFile file = folder.files().stream()
                .filter(f -> f.name().equals("000_7f61bd913aa06515.txt"))
                .findFirst()
                .orElseThrow();
        folder.read(file, collected);
        return collected.only();
    }

    @Test
    void takesIdHeadlineAndSectionFromFileNameAndFirstLine() {
        assertThat(article.id()).isEqualTo("000_7f61bd913aa06515");
        assertThat(article.title()).isEqualTo("Chinese and Belarusian presidents call for peace in Ukraine");
        assertThat(article.section()).isEqualTo("Russia–Ukraine War");
    }

    @Test
    void beginsTheBodyWithTheStandfirst() {
        assertThat(article.standfirst())
                .isEqualTo(
                        "Xi Jinping and Alexander Lukashenko call for a peace agreement “as soon as possible” for Ukraine.");
        assertThat(article.body()).startsWith(article.standfirst() + "\n\nChinese President Xi Jinping and");
    }

    @Test
    void leavesOutThePageFurnitureAtTheEnd() {
        assertThat(article.body()).endsWith("that the opposition and western countries considered fraudulent.");
    }

    @Test
    void inventsNeitherDateNorAuthor() {
        assertThat(article.publishedAt()).isNull();
        assertThat(article.authors()).isEmpty();
        assertThat(article.publisher()).isNull();
        assertThat(article.url()).isNull();
    }

    @Test
    void keepsTheWordsAsTheSourceWroteThem() {
        assertThat(article.body())
                .contains("truly advance a ceasefire. fire and end the war")
                .doesNotContain("\n\n\n");
        assertThat(article.body().lines().filter(line -> !line.isEmpty())).hasSize(22);
    }

    @Test
    void hasSentencesThatKeepTheirQuotations() {
        List<String> sentences = new SentenceSplitter()
                .split(article.body()).stream().map(Sentence::text).toList();

        assertThat(sentences)
                .contains(
                        "“Descent into a global confrontation”",
                        "He brutally suppressed protests in 2020 against his disputed re-election in a vote that the opposition and"
                                + " western countries considered fraudulent.")
                .anyMatch(sentence -> sentence.startsWith("In a clear reference")
                        && sentence.endsWith("fire and end the war and resolve the crisis peacefully”."))
                .noneMatch(sentence -> sentence.startsWith("”"))
                .hasSize(24);
    }
}
