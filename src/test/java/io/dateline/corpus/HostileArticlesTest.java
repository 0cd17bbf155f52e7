package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no newspaper prints and every large collection has somewhere. */
class HostileArticlesTest {

    private final SentenceSplitter sentences = new SentenceSplitter();

    @TempDir
    Path folder;

    @Test
    void aPageOfFiftyMegabytesIsRefusedByNameAndSize() throws IOException {
        byte[] page = ("<title>Talks</title>" + "<p>They met.</p>".repeat(50 * 1024 * 1024 / 16))
                .getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("huge.html"), page);
        assertThat(Collected.of(new HtmlReader(), file).rejections)
                .singleElement()
                .asString()
                .startsWith("huge.html is 50.0 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00",
                "0000-00-00T00:00:00Z",
                "2023-02-30",
                "1970-13-01",
                "99999-01-01",
                "yesterday",
                "-1",
                "∞"
            })
    void aDayThatNeverWasIsNoDay(String date) throws IOException {
        Article article = line("{\"title\": \"Talks\", \"text\": \"They met.\", \"publishedAt\": \"" + date + "\"}")
                .only();
        assertThat(article.publishedAt()).isNull();
    }

    @Test
    void halvesOfCharactersDoNotEndUpInAnArticle() throws IOException {
        Article article = line("{\"title\": \"Ta\\ud83dlks\", \"text\": \"They \\udc00met\\ud800. 😀 They left.\"}")
                .only();
        String whole = article.title() + article.body();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(whole)).isTrue();
        assertThat(article.body()).contains("😀 They left.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "x", "x,", "😀", "é́", "字"})
    void aSentenceOfAHundredThousandCharactersIsCutAndLosesNothing(String part) throws IOException {
        String text = part.repeat(100_000 / part.length());
        Article article =
                line("{\"title\": \"Talks\", \"text\": \"" + text + "\"}").only();
        List<Passage> passages = new PassageSplitter(sentences).split(article);

        assertThat(passages).isNotEmpty().allSatisfy(passage -> {
            assertThat(article.body().substring(passage.start(), passage.end())).isEqualTo(passage.text());
            assertThat(passage.text().length())
                    .isLessThanOrEqualTo(PassageSplitter.MOST_WORDS * SentenceSplitter.MOST_CHARACTERS / 100);
        });
        int covered =
                passages.stream().mapToInt(passage -> passage.text().length()).sum();
        assertThat(covered).isGreaterThanOrEqualTo(article.body().length() - passages.size());
        assertThat(sentences.split(article.body()))
                .allMatch(sentence -> sentence.text().length() <= SentenceSplitter.MOST_CHARACTERS);
    }

    private Collected line(String json) throws IOException {
        return Collected.of(new JsonLinesReader(), Files.writeString(folder.resolve("a.jsonl"), json + "\n"));
    }
}
