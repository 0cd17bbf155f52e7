package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import io.dateline.index.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentEvidenceTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private static final SummaryRequest WISH =
            SummaryRequest.of("What is the latest on Haiti?").orElseThrow();

    private final List<Filter> searched = new ArrayList<>();

    @Test
    void looksInTheLastMonthFirst() {
        assertThat(about(Filter.NONE, LocalDate.of(2024, 2, 20))).hasSize(1);
        assertThat(searched).containsExactly(from(TODAY.minusDays(30)));
    }

    @Test
    void looksFurtherBackUntilSomethingIsAboutIt() {
        assertThat(about(Filter.NONE, LocalDate.of(2023, 12, 24))).hasSize(1);
        assertThat(searched).containsExactly(from(TODAY.minusDays(30)), from(TODAY.minusDays(183)));
    }

    @Test
    void looksEverywhereInTheEnd() {
        assertThat(about(Filter.NONE, LocalDate.of(2014, 12, 30))).hasSize(1);
        assertThat(searched.getLast()).isEqualTo(Filter.NONE);
    }

    @Test
    void passesOverWhatOnlyMentionsIt() {
        LocalDate yesterday = TODAY.minusDays(1);
        assertThat(RecentEvidence.about(WISH, Filter.NONE, TODAY, tried -> {
                    searched.add(tried);
                    return List.of(evidence(tried.from() == null ? "Unrest in Haiti" : "The cup goes on", yesterday));
                }))
                .extracting(Evidence::title)
                .containsExactly("Unrest in Haiti");
    }

    @Test
    void countsFromTheDayTheQuestionIsAskedAsOf() {
        about(Filter.asOf(LocalDate.of(2015, 1, 15)), LocalDate.of(2014, 12, 30));
        assertThat(searched)
                .containsExactly(new Filter(LocalDate.of(2015, 1, 15), null, LocalDate.of(2014, 12, 16), null));
    }

    @Test
    void staysWithinTheDaysAskedFor() {
        Filter year = new Filter(null, null, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31));
        about(year, LocalDate.of(2022, 6, 1));
        assertThat(searched).containsExactly(new Filter(null, null, LocalDate.of(2022, 3, 1), year.to()));
        searched.clear();
        about(new Filter(null, null, LocalDate.of(2024, 2, 25), null), null);
        assertThat(searched).containsExactly(new Filter(null, null, LocalDate.of(2024, 2, 25), null));
    }

    @Test
    void ofTheLastTwoYearsIsWhatTheFilterPassesOfThem() {
        LocalDate first = TODAY.minusDays(731);
        assertThat(RecentEvidence.ofTheLastYears(Filter.NONE, TODAY)).contains(from(first));
        Filter earlier = new Filter(null, null, null, first.minusDays(1));
        assertThat(RecentEvidence.ofTheLastYears(earlier, TODAY)).isEmpty();
        assertThat(RecentEvidence.ofTheLastYears(from(first.plusDays(1)), TODAY))
                .isEmpty();
    }

    /** What is found where one article was published on that day; undated articles pass no first day. */
    private List<Evidence> about(Filter filter, @Nullable LocalDate publishedAt) {
        return RecentEvidence.about(WISH, filter, TODAY, tried -> {
            searched.add(tried);
            boolean passes = tried.from() == null || (publishedAt != null && !publishedAt.isBefore(tried.from()));
            return passes ? List.of(evidence("Ships reach Haiti", publishedAt)) : List.of();
        });
    }

    private static Filter from(LocalDate day) {
        return new Filter(null, null, day, null);
    }

    private static Evidence evidence(String title, @Nullable LocalDate publishedAt) {
        String text = "Ships reached Haiti.";
        return new Evidence(
                "a", title, null, null, publishedAt, 0, text, List.of(new Sentence(0, text.length(), text)), 0);
    }
}
