package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for any text, tried on random ones; the seed is fixed. */
class SplittingPropertiesTest {

    private final SentenceSplitter sentences = new SentenceSplitter();
    private final PassageSplitter passages = new PassageSplitter(sentences);

    @Test
    void sentencesAreTheirStretchOfTheBodyAndHoldAllThatIsVisible() {
        texts(500).forEach(this::checkSentences);
    }

    @Test
    void passagesHoldEverySentenceExactlyOnce() {
        texts(300).map(ArticleText::clean).filter(body -> !body.isBlank()).forEach(this::checkPassages);
    }

    @Test
    void cleaningCleanTextChangesNothing() {
        texts(1_000).map(ArticleText::clean).forEach(clean -> {
            assertThat(ArticleText.clean(clean)).isEqualTo(clean);
            assertThat(clean.chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                    .isEmpty();
        });
    }

    @Test
    void candidatesForASentenceEndAreThoseThatThePatternFinds() {
        texts(2_000).forEach(text -> {
            List<MatchResult> all =
                    SentenceEnd.CANDIDATE.matcher(text).results().toList();
            Matcher candidate = SentenceEnd.CANDIDATE.matcher(text).useTransparentBounds(true);
            int from = 0;
            for (MatchResult expected : all) {
                assertThat(SentenceEnd.find(candidate, text, from)).isTrue();
                assertThat(candidate.start()).isEqualTo(expected.start());
                assertThat(candidate.end()).isEqualTo(expected.end());
                assertThat(candidate.group(1)).isEqualTo(expected.group(1));
                from = candidate.end();
            }
            assertThat(SentenceEnd.find(candidate, text, from)).isFalse();
        });
    }

    private void checkSentences(String body) {
        int end = 0;
        for (Sentence sentence : sentences.split(body)) {
            assertThat(sentence.text())
                    .isEqualTo(body.substring(sentence.start(), sentence.end()))
                    .doesNotContain("\n\n");
            assertThat(Character.isWhitespace(sentence.text().charAt(0))).isFalse();
            assertThat(Character.isWhitespace(
                            sentence.text().charAt(sentence.text().length() - 1)))
                    .isFalse();
            assertThat(sentence.text().length()).isLessThanOrEqualTo(SentenceSplitter.MOST_CHARACTERS);
            assertThat(body.substring(end, sentence.start())).isBlank();
            end = sentence.end();
        }
        assertThat(body.substring(end)).isBlank();
    }

    private void checkPassages(String body) {
        List<Passage> found = passages.split(article(body));
        int ordinal = 0;
        int end = 0;
        for (Passage passage : found) {
            assertThat(passage.ordinal()).isEqualTo(ordinal++);
            assertThat(passage.start()).isGreaterThanOrEqualTo(end);
            assertThat(passage.text()).isEqualTo(body.substring(passage.start(), passage.end()));
            assertThat(PassageSplitter.words(passage.text())).isLessThanOrEqualTo(PassageSplitter.MOST_WORDS);
            end = passage.end();
        }
        for (Sentence sentence : sentences.split(body)) {
            assertThat(found)
                    .filteredOn(p -> p.start() <= sentence.start() && sentence.end() <= p.end())
                    .hasSize(1);
        }
    }

    private static final String[] PIECES = {
        "Mr. ",
        "U.S. ",
        "said ",
        "peace",
        ". ",
        "? ",
        "! ",
        "… ",
        "... ",
        "“",
        "”",
        "\" ",
        "’ ",
        "(",
        ") ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u00a0",
        "\u200b",
        "\u200d",
        "\ufe0f",
        "\ud83c\udff3",
        "\ud800",
        "e\u0301",
        "\u0301",
        "العربية ",
        "和平。",
        "The ",
        "a.m. ",
        "Jan. ",
        "6 ",
        "F. ",
        ",",
        ";",
        "x".repeat(300),
        "word ".repeat(40)
    };

    /** Pieces that are hard on splitters, and now and then any characters at all, lone surrogates among them. */
    private static Stream<String> texts(int count) {
        Random random = new Random(42);
        return Stream.generate(() -> text(random)).limit(count);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(81); piece > 0; piece--) {
            if (random.nextInt(5) == 0) {
                random.ints(random.nextInt(41), 0, 0x10000).forEach(c -> text.append((char) c));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static Article article(String body) {
        return new Article("a", "A title", null, null, null, null, List.of(), null, null, body, "1");
    }
}
