package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    /** Each row is a paragraph; {@code ¦} marks where its sentences part. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "They met.¦They talked!¦Did they part?¦Nobody knows.",
                "“We want peace.”¦He left.",
                "He said they want “peace.”¦She did not.",
                "They declared it “clearly and pointedly”.¦He left.",
                "(They met.)¦Then they talked.",
                "“Why now?” he asked.¦She shrugged.",
                "“Why now?” Lukashenko asked.¦She shrugged.",
                "‘Peace!’ they cried.¦“No.”¦“Yes.”",
                "Mr. Xi met Dr. A. B. Lee, Gov. Smith and Gen. Ek in St. Petersburg.¦They talked.",
                "The U.S. president and the U.S. Senate met.¦They talked.",
                "They live in the U.S.¦The talks were held there.",
                "They met on Jan. 6 and on Dec. 7.¦The talks went on.",
                "They met at 9 a.m. Wednesday and at 10 p.m. ET.¦They talked.",
                "They met at 9 a.m.¦They talked.",
                "John F. Kennedy and J.K. Rowling met.¦They talked.",
                "It rose 3.5 percent to $1.2 billion.¦It fell.",
                "It was No. 1 in the list.¦No. 2 fell.",
                "Apple Inc. and Alphabet Inc. rose.¦They fell.",
                "Warner Bros. Discovery rose.¦It fell.",
                "They advance a ceasefire. fire and end the war.",
                "They waited … and waited.¦They left.",
                "iPhone sales rose.¦iPhone prices fell.",
                "3. Hyundai",
                "The best: 1. Brazil; 2. Spain.",
                "She sang “My Fair Lady. ”¦It was late.",
                "It is over. \"¦He left.",
                "和平会谈开始了。¦他们见面了！",
                "No full stop"
            })
    void partsSentencesAsReadersDo(String marked) {
        boolean spaced = !marked.contains("。");
        List<String> sentences = sentences(marked.replace("¦", spaced ? " " : ""));

        assertThat(sentences).containsExactly(marked.split("¦"));
    }

    @Test
    void neverReachesAcrossABlankLineButAcrossALineEnd() {
        assertThat(sentences("A headline\n\nThey met\nin Beijing.\n \n They\n\n"))
                .containsExactly("A headline", "They met\nin Beijing.", "They");
        assertThat(sentences(" \n\n ")).isEmpty();
    }

    @Test
    void cutsWhatIsTooLongBehindACommaOrBetweenWords() {
        String list = "name, ".repeat(400).strip();
        assertThat(sentences(list)).hasSizeGreaterThan(2).allMatch(piece -> piece.endsWith(","));

        assertThat(sentences("word ".repeat(400))).hasSize(3).allMatch(piece -> piece.endsWith("word"));

        String pair = "\ud83d\ude00";
        assertThat(sentences("x" + pair.repeat(2_000)))
                .allMatch(piece -> piece.length() <= SentenceSplitter.MOST_CHARACTERS)
                .allMatch(piece -> !Character.isLowSurrogate(piece.charAt(0)));
    }

    @Test
    void takesNoLongerThanTheTextIsLong() {
        for (String hostile : List.of(".", "a.", "\"", ". ", "\n \n", "A.B.", "。", "! ”")) {
            assertThat(SPLITTER.split(hostile.repeat(200_000))).isNotNull();
        }
    }

    @Test
    void givesManyThreadsTheSameSentences() {
        String body = ShippedArticleTest.read().body();
        Set<List<Sentence>> results = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 200).parallel().forEach(i -> results.add(SPLITTER.split(body)));

        assertThat(results).hasSize(1);
    }

    private static List<String> sentences(String body) {
        return SPLITTER.split(body).stream().map(Sentence::text).toList();
    }
}
