package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wednesday            | Wednesday (1 March 2023)
            last week            | last week (20 February 2023 to 26 February 2023)
            a year ago           | a year ago (2022)
            in 1994              | in 1994
            Monday and yesterday | Monday (27 February 2023) and yesterday (1 March 2023)
            """)
    void standBehindTheWordsThatMeanThem(String words, String resolved) {
        assertThat(resolved(words, "They spoke " + words + " about it.", LocalDate.of(2023, 3, 2)))
                .isEqualTo(resolved);
    }

    @Test
    void areNotInventedForAnUndatedArticle() {
        assertThat(resolved("Wednesday", "They spoke Wednesday.", null)).isEqualTo("Wednesday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"They will meet Wednesday.", "Summer time ends Wednesday, March 8."})
    void areNotInventedForWhatIsToCome(String sentence) {
        assertThat(resolved("Wednesday", sentence, LocalDate.of(2023, 3, 2))).isEqualTo("Wednesday");
    }

    private static String resolved(String words, String sentence, @Nullable LocalDate publishedAt) {
        int start = 100 + sentence.indexOf(words);
        return Dates.resolved(
                new Sentence(start, start + words.length(), words),
                new Sentence(100, 100 + sentence.length(), sentence),
                publishedAt);
    }
}
