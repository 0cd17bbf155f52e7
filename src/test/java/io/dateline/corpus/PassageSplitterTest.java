package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {

    private final PassageSplitter splitter = new PassageSplitter(new SentenceSplitter());

    @Test
    void keepsAShortArticleWhole() {
        String body = "They met.\n\nThey talked.";

        assertThat(splitter.split(article(body))).containsExactly(new Passage("a", 0, 0, body.length(), body));
    }

    @Test
    void endsWithAParagraphWhereThatIsNear() {
        String body = String.join("\n\n", Collections.nCopies(6, paragraph(11, 10)));

        assertThat(splitter.split(article(body)))
                .hasSize(6)
                .allMatch(passage -> passage.text().equals(paragraph(11, 10)));
    }

    @Test
    void dividesALongParagraphBetweenSentencesIntoEvenParts() {
        assertThat(words(paragraph(50, 10))).hasSize(4).allMatch(words -> words >= 120 && words <= 130);
    }

    @Test
    void leavesNoOrphanAtTheEnd() {
        assertThat(words(paragraph(13, 10))).containsExactly(130);
        assertThat(words(paragraph(12, 10) + "\n\nThe end.")).containsExactly(122);
    }

    @Test
    void ratherMakesAShortPassageThanOneOverTheLimit() {
        assertThat(words(paragraph(1, 150) + "\n\n" + paragraph(1, 40))).containsExactly(150, 40);
    }

    @Test
    void passesTheLimitNeverAndTheLeastLengthOnlyWithoutChoice() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            String body = String.join(
                    "\n\n",
                    IntStream.range(0, 1 + random.nextInt(30))
                            .mapToObj(p -> paragraph(1 + random.nextInt(6), 1 + random.nextInt(40)))
                            .toList());
            List<Integer> words = words(body);
            assertThat(words).allMatch(count -> count <= PassageSplitter.MOST_WORDS);
            if (words.size() > 1) {
                assertThat(words).allMatch(count -> count >= PassageSplitter.LEAST_WORDS);
            }
        }
    }

    @Test
    void dividesTheShippedArticleIntoPassagesOfTheIntendedLength() {
        Article article = ShippedArticleTest.read();

        assertThat(splitter.split(article))
                .hasSize(5)
                .allSatisfy(passage ->
                        assertThat(PassageSplitter.words(passage.text())).isBetween(90, 160))
                .allSatisfy(passage -> assertThat(article.body().substring(passage.start(), passage.end()))
                        .isEqualTo(passage.text()));
    }

    private List<Integer> words(String body) {
        return splitter.split(article(body)).stream()
                .map(p -> PassageSplitter.words(p.text()))
                .toList();
    }

    /** Sentences of so many words. */
    private static String paragraph(int sentences, int words) {
        return String.join(
                " ", Collections.nCopies(sentences, "The " + "word ".repeat(Math.max(0, words - 2)) + "ends."));
    }

    private static Article article(String body) {
        return new Article("a", "A title", null, null, null, null, List.of(), null, null, body, "1");
    }
}
