package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CitationMarkersTest {

    private final CitationMarkers markers = new CitationMarkers(
            IntStream.rangeClosed(1, 9).mapToObj(CitationMarkersTest::finding).toList());

    @Test
    void numbersCitationsInOrderOfFirstUse() {
        assertThat(readWhole("First [7]. Second [2]. Again [7].")).isEqualTo("First [1]. Second [2]. Again [1].");
        assertThat(markers.citations()).extracting(Citation::quote).containsExactly("Sentence 7.", "Sentence 2.");
    }

    @Test
    void readsListsAndFullWidthBrackets() {
        assertThat(readWhole("Both [3, 4] and 【5】")).isEqualTo("Both [1][2] and [3]");
    }

    @Test
    void dropsMarkersThatPointAtNoEvidence() {
        assertThat(readWhole("Made up [42] and [0], true [1, 99].")).isEqualTo("Made up  and , true [1].");
    }

    @Test
    void showsTheSameTextHoweverTheStreamIsCut() {
        String text = "Talks [3] in Beijing [12], [a note], [4; 5] and an open [";
        String whole = readWhole(text);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            CitationMarkers cut = new CitationMarkers(IntStream.rangeClosed(1, 9)
                    .mapToObj(CitationMarkersTest::finding)
                    .toList());
            StringBuilder shown = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(4));
                shown.append(cut.read(text.substring(at, end)).text());
                at = end;
            }
            shown.append(cut.end().text());
            assertThat(shown.toString()).isEqualTo(whole);
        }
    }

    @Test
    void tellsOfACitationWithTheTextThatFirstCarriesIt() {
        assertThat(markers.read("Talks [").added()).isEmpty();
        assertThat(markers.read("3").added()).isEmpty();
        assertThat(markers.read("] again [3]").added())
                .extracting(Citation::number)
                .containsExactly(1);
    }

    private String readWhole(String text) {
        return markers.read(text).text() + markers.end().text();
    }

    private static Finding finding(int number) {
        Sentence sentence = new Sentence(0, 11, "Sentence " + number + ".");
        return new Finding(
                new Evidence("a", "Title", null, null, null, 0, sentence.text(), List.of(sentence), 0),
                sentence,
                null,
                1);
    }
}
