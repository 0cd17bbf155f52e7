package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTextTest {

    @Test
    void composesLettersAndTheirAccents() {
        assertThat(ArticleText.clean("Cafe\u0301")).isEqualTo("Caf\u00e9");
    }

    /** What the short cuts for plain characters rest on. */
    @Test
    void aPlainCharacterIsVisibleBelongsToNoOtherAndIsNormalBesideAnyOther() {
        String plain = IntStream.range(0, 0x10000)
                .filter(ArticleText::isPlain)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String backwards = new StringBuilder(plain).reverse().toString();

        assertThat(Normalizer.isNormalized(plain + backwards, Normalizer.Form.NFC))
                .isTrue();
        assertThat(plain.codePoints())
                .allMatch(c -> UnicodeScript.of(c) != UnicodeScript.INHERITED)
                .allMatch(c -> !Set.of(
                                Character.CONTROL,
                                Character.FORMAT,
                                Character.UNASSIGNED,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR,
                                Character.NON_SPACING_MARK)
                        .contains((byte) Character.getType(c)))
                .allMatch(c -> c == ' ' || !(Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    @Test
    void knowsOneKindOfLineEndAndOneKindOfSpace() {
        assertThat(ArticleText.clean("a\r\nb\rc\u2028d\u0085e")).isEqualTo("a\nb\nc\nd\ne");
        assertThat(ArticleText.clean("a\u00a0b\tc\u202fd \u3000 e")).isEqualTo("a b c d e");
        assertThat(ArticleText.clean("\n\n a \n \n\n\n b \n")).isEqualTo("a\n\nb");
        assertThat(ArticleText.clean("a\u2029b")).isEqualTo("a\n\nb");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0007, 0x001b, 0x007f, 0x009f, 0x00ad, 0x061c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f,
                0x202a, 0x202e, 0x2060, 0x2064, 0x2066, 0x2069, 0xfeff, 0xfe0f, 0xfff9, 0xe000, 0xe0001, 0xe0041,
                0xe007f, 0xe0100, 0xfffff
            })
    void removesWhatNobodySees(int invisible) {
        assertThat(ArticleText.clean("for" + Character.toString(invisible).repeat(3) + "get"))
                .isEqualTo("forget");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200cخواهم",
                "क्\u200dष",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\u2764\ufe0f\u200d\ud83d\udd25",
                "1\ufe0f\u20e3",
                "שלום\u200f!"
            })
    void keepsJoinersWhereScriptsAndEmojiNeedThem(String text) {
        assertThat(ArticleText.clean(text)).isEqualTo(text);
    }

    @Test
    void leavesNoRowOfSelectorsOrJoinersThatCouldCarryAMessage() {
        assertThat(ArticleText.clean("\ud83d\ude00\ufe00\ufe01\ufe02\udb40\udd00\u200d\u200d\u200c\u200d"))
                .isEqualTo("\ud83d\ude00\ufe00\u200d");
    }

    @Test
    void marksHalfACharacterAsUnreadable() {
        assertThat(ArticleText.clean("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void limitsTheMarksOnOneLetter() {
        assertThat(ArticleText.clean("x" + "\u0332".repeat(1_000))).hasSize(31);
    }

    @Test
    void putsAHeadlineOnOneLine() {
        assertThat(ArticleText.line(" Peace\n talks ")).isEqualTo("Peace talks");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-01, 2023-03-01",
        "2023-03-01T23:30:00-05:00, 2023-03-01",
        "2023-03-01T00:30:00+0300, 2023-03-01",
        "2023-03-01T10:15:30.123Z, 2023-03-01",
        "2023-03-01 10:15, 2023-03-01",
        "2023-03-01 10:15:00 +01:00, 2023-03-01",
        "2023-03-01T10:15:30+01:00[Europe/Paris], 2023-03-01",
        "'Wed, 01 Mar 2023 23:59:00 -0800', 2023-03-01",
        "'Wed, 1 Mar 2023 10:00:00 GMT', 2023-03-01",
        "1 Mar 2023, 2023-03-01",
        "2024-02-29, 2024-02-29"
    })
    void readsTheDayOfPublicationWhereItWasPublished(String date, String day) {
        assertThat(PublicationDay.of(date)).hasToString("Optional[" + day + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Wednesday",
                "3/4/2023",
                "March 2023",
                "2023",
                "2023-13-01",
                "2023-02-30",
                "0001-01-01T00:00:00Z",
                "1677628800",
                "yesterday",
                "2023-03-01 or so"
            })
    void guessesNoDate(String date) {
        assertThat(PublicationDay.of(date)).isEmpty();
    }
}
