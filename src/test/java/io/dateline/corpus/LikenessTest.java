package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikenessTest {

    private static double likeness(String a, String b) {
        return Likeness.of(a).to(Likeness.of(b));
    }

    @Test
    void caseMarksAndSpacesCountForNothing() {
        assertThat(likeness("The talks in Minsk ended today.", "the  TALKS, in Minsk – ended: today"))
                .isEqualTo(1);
    }

    @Test
    void isTheShareOfRunsOfFourWordsThatBothHave() {
        // Runs of the first: abcd bcde cdef; of the second: abcd bcde cdex.
        assertThat(likeness("a b c d e f", "a b c d e x")).isCloseTo(2 / 4.0, within(1e-9));
        assertThat(likeness("a b c d e f", "f e d c b a")).isZero();
    }

    @Test
    void oneWordInTenThatDiffersLeavesLittleInCommon() {
        StringBuilder monday = new StringBuilder();
        StringBuilder tuesday = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            monday.append("w").append(i).append(i % 10 == 0 ? "m " : " ");
            tuesday.append("w").append(i).append(i % 10 == 0 ? "t " : " ");
        }
        assertThat(likeness(monday.toString(), tuesday.toString())).isLessThan(0.5);
    }

    @Test
    void aPieceLiesWhollyWithinTheWhole() {
        Likeness whole = Likeness.of("one two three four five six seven eight nine ten");
        assertThat(Likeness.of("three four five six seven").overlap(whole)).isEqualTo(1);
        assertThat(whole.overlap(Likeness.of("other words stand in here"))).isZero();
    }

    @Test
    void textsOfFewWordsAreLikeOnlyThemselves() {
        assertThat(likeness("Two words", "two words")).isEqualTo(1);
        assertThat(likeness("Two words", "Two others")).isZero();
        assertThat(likeness("", "")).isZero();
    }
}
