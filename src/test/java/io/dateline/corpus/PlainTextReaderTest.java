package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextReaderTest {

    private static final String ENCODED = "Café “talks”\n\nThey met in Orléans.\n";

    @TempDir
    Path folder;

    @Test
    void takesTheFirstLineAsHeadlineAndTheRestAsBody() throws RejectedArticle {
        Article article =
                article("Peace talks begin\n\nThey met on Monday and talked until the morning came.\n\nThey parted.\n");

        assertThat(article.title()).isEqualTo("Peace talks begin");
        assertThat(article.section()).isNull();
        assertThat(article.standfirst()).isNull();
        assertThat(article.body()).isEqualTo("They met on Monday and talked until the morning came.\n\nThey parted.");
    }

    @Test
    void namesAnArticleWithoutHeadlineAfterItsFirstSentence() throws RejectedArticle {
        Article article = article("Two presidents met in Beijing. They talked.\n\nThey parted.");

        assertThat(article.title()).isEqualTo("Two presidents met in Beijing");
        assertThat(article.body()).startsWith("Two presidents met in Beijing. They talked.");
        assertThat(article("word ".repeat(100)).title()).hasSizeLessThan(110).endsWith("word…");
        assertThat(article("字".repeat(500)).title()).isEqualTo("字".repeat(50) + "…");
        assertThat(article(".").title()).isEqualTo(".");
    }

    @Test
    void keepsAHeadlineThatEndsWithAnAbbreviation() throws RejectedArticle {
        assertThat(article("Talks move to the U.S.\n\nThey met.").title()).isEqualTo("Talks move to the U.S.");
    }

    @Test
    void joinsLinesThatWereWrapped() throws RejectedArticle {
        Article article = article("""
                Peace talks begin

                The two leaders issued a joint statement on Wednesday in which
                they expressed their deep concern about the conflict, which has
                lasted for a year.

                They want:
                - a ceasefire
                - talks
                """);

        assertThat(article.body())
                .isEqualTo(
                        "The two leaders issued a joint statement on Wednesday in which they expressed their deep concern about the"
                                + " conflict, which has lasted for a year.\n\nThey want:\n\n- a ceasefire\n\n- talks");
    }

    @Test
    void takesAShortSentenceBeforeLongerParagraphsAsStandfirst() throws RejectedArticle {
        String story = "\n\nThe two presidents met on Wednesday in the capital.\n\nThey parted.";

        assertThat(article("Talks\n\nTwo men call for peace." + story).standfirst())
                .isEqualTo("Two men call for peace.");
        assertThat(article("Talks\n\nBy Ann Lee" + story).standfirst()).isNull();
        assertThat(article("Talks\n\nBEIJING (Reuters) - Two men met." + story).standfirst())
                .isNull();
        assertThat(article("Talks\n\nTwo men call for peace.\n\nThe two presidents met on Wednesday.")
                        .standfirst())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leave a Comment",
                "LEAVE A REPLY",
                "12 comments",
                "Comments (3)",
                "Share this article",
                "Share on Facebook",
                "Subscribe",
                "Sign up for our daily newsletter",
                "Read more »",
                "Advertisement",
                "Follow us on Twitter"
            })
    void leavesOutPageFurnitureAtTheEndOnly(String line) throws RejectedArticle {
        assertThat(article("Talks\n\nThey met.\n\n" + line + "\n\n" + line).body())
                .isEqualTo("They met.");
        assertThat(article("Talks\n\n" + line + "\n\nThey met.").body()).isEqualTo(line + "\n\nThey met.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"He declined to comment.", "They share this view.", "Leave a comment to the judges, she said."})
    void keepsSentencesThatOnlySoundLikeFurniture(String line) throws RejectedArticle {
        assertThat(article("Talks\n\nThey met.\n\n" + line).body()).endsWith(line);
    }

    @Test
    void refusesAHeadlineWithNothingUnderIt() {
        assertThatThrownBy(() -> article("Talks\n\nLeave a Comment")).hasMessageStartingWith("has no text");
    }

    @Test
    void readsUtf8WithOrWithoutMarkAndMarkedUtf16() throws IOException {
        for (String charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            Article article = read((charset.equals("UTF-8") ? "" : "\ufeff") + ENCODED, Charset.forName(charset))
                    .only();
            assertThat(article.title()).isEqualTo("Café “talks”");
            assertThat(article.body()).isEqualTo("They met in Orléans.");
        }
        assertThat(read("\ufeff" + ENCODED, StandardCharsets.UTF_8).only().title())
                .isEqualTo("Café “talks”");
    }

    @Test
    void guessesNoEncoding() throws IOException {
        assertThat(read(ENCODED, Charset.forName("windows-1252")).rejections)
                .containsExactly(
                        "a.txt is not UTF-8, and a guess would put wrong letters into quotes; save it as UTF-8");
    }

    @Test
    void refusesWhatIsEmptyBinaryOrHugeByName() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);

        assertThat(read(new byte[0]).rejections).containsExactly("a.txt is empty; put an article into it or delete it");
        assertThat(read("\ufeff \n", StandardCharsets.UTF_8).rejections)
                .singleElement()
                .asString()
                .startsWith("a.txt is empty but for white space");
        assertThat(read(noise).rejections).singleElement().asString().startsWith("a.txt is not text");
        assertThat(read("Talks\n\nThey met.", StandardCharsets.UTF_16LE).rejections)
                .singleElement()
                .asString()
                .contains("save it as UTF-8");
        assertThat(read(new byte[50 * 1024 * 1024]).rejections)
                .containsExactly(
                        "a.txt is 50.0 MB; a file with one article may have 10 MB. Many articles go into a .jsonl file");
    }

    @Test
    void refusesAFileThatMayNotBeReadOrIsGone() throws IOException {
        assertThat(Collected.of(new PlainTextReader(), folder.resolve("b.txt")).rejections)
                .containsExactly("b.txt is gone; it was there a moment ago");

        Path file = Files.writeString(folder.resolve("a.txt"), ENCODED);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root reads every file").isFalse();
        assertThat(Collected.of(new PlainTextReader(), file).rejections)
                .containsExactly(
                        "a.txt may not be read by the user that runs Dateline; change its permissions or move it away");
    }

    @Test
    void changesTheVersionWithTheText() throws RejectedArticle {
        assertThat(article("Talks\n\nThey met.").version())
                .matches("[0-9a-f]{64}")
                .isEqualTo(article("Talks\r\n\r\nThey met.\r\n").version())
                .isNotEqualTo(article("Talks\n\nThey met again.").version())
                .isNotEqualTo(article("Talk\n\nThey met.").version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my article", "né", "..", "-", "x y/../z", "日本"})
    void makesAValidIdOfEveryFileName(String name) {
        assertThat(ArticleId.ofName(name))
                .matches("[A-Za-z0-9._-]{1,200}")
                .doesNotMatch("\\.+")
                .isEqualTo(ArticleId.ofName(name));
        assertThat(ArticleId.ofName(name + " 2")).isNotEqualTo(ArticleId.ofName(name));
    }

    private static Article article(String text) throws RejectedArticle {
        return PlainTextReader.draft("a", text).article();
    }

    private Collected read(String text, Charset charset) throws IOException {
        return read(text.getBytes(charset));
    }

    private Collected read(byte[] bytes) throws IOException {
        return Collected.of(new PlainTextReader(), Files.write(folder.resolve("a.txt"), bytes));
    }
}
