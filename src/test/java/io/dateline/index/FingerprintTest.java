package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    @Test
    void isTheSameWhateverTheCaseAndTheSpace() {
        Fingerprint one = Fingerprint.of("The council has approved the tram. It will open in three years!");
        Fingerprint other = Fingerprint.of("THE COUNCIL HAS APPROVED THE TRAM.\n\n  It will open in three years");

        assertThat(one.likeness(other)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "20, 0.111", "50, 0.333", "80, 0.667", "100, 1"})
    void isAlikeAsManyOfTheSentencesAreShared(int shared, double share) {
        Random dice = new Random(shared);
        double likeness = IntStream.range(0, 50)
                .mapToDouble(i -> {
                    String common = sentences(dice, shared);
                    Fingerprint one = Fingerprint.of(common + sentences(dice, 100 - shared));
                    Fingerprint other = Fingerprint.of(sentences(dice, 100 - shared) + common);
                    return one.likeness(other);
                })
                .average()
                .orElseThrow();

        assertThat(likeness).isCloseTo(share, within(0.03));
    }

    @Test
    void fewSentencesAreComparedToo() {
        Random dice = new Random(1);
        String common = sentences(dice, 3);

        assertThat(Fingerprint.of(common + sentences(dice, 1)).likeness(Fingerprint.of(common)))
                .isBetween(0.3, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", "Yes. No. \"Why?\"", "\uD800"})
    void withoutSentencesNothingIsAlike(String text) {
        assertThat(Fingerprint.of(text).likeness(Fingerprint.of(text))).isZero();
    }

    @Test
    void isReadAsItWasStored() {
        Fingerprint fingerprint = Fingerprint.of("The council has approved the tram.");

        assertThat(Fingerprint.read(fingerprint.stored()).likeness(fingerprint)).isEqualTo(1);
    }

    private static String sentences(Random dice, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "This sentence is number " + dice.nextLong() + ". ")
                .collect(Collectors.joining());
    }
}
