package io.dateline.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.index.PassageKey;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateNearnessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** First by words, years ago; and tenth or so, of this month. */
    private static final List<Fused> RANKED =
            List.of(found("old", LocalDate.of(2022, 1, 1), 0.0164), found("recent", TODAY.minusDays(20), 0.0105));

    private static Fused found(String article, LocalDate day, double score) {
        return new Fused(new PassageKey(article, 0, "1", 0, 4), day, score, List.of());
    }

    private static String first(String question) {
        return DateNearness.of(question, TODAY)
                .orElseThrow()
                .apply(RANKED)
                .getFirst()
                .passage()
                .articleId();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Who resigned this week?", "Which minister resigned on Monday?", "who resigned LAST WEEKEND"})
    void nearnessCountsMoreWhereTheQuestionSpeaksOfTheseDays(String question) {
        assertThat(first(question)).isEqualTo("recent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who resigned?", "Who leads Mondaynews?"})
    void andLessWhereItDoesNot(String question) {
        assertThat(first(question)).isEqualTo("old");
    }
}
