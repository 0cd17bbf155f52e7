package io.dateline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.dateline.answering.Answer;
import io.dateline.answering.Answer.Status;
import io.dateline.answering.Citation;
import io.dateline.answering.Fact;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final GoldQuestion WHO =
            new GoldQuestion("1", "Who won?", null, List.of("Carlos Alcaraz", "Alcaraz Garfia"), true);

    @Test
    void recallCountsTheFirstPassageThatHoldsTheAnswer() {
        RetrievalFigures figures = new RetrievalFigures();
        List.of(1, 4, 20, 0).forEach(figures::count);
        assertThat(figures.values())
                .contains(entry("recall@1", 0.25), entry("recall@5", 0.5), entry("recall@10", 0.5))
                .contains(entry("recall@20", 0.75), entry("recall@100", 0.75))
                .hasEntrySatisfying("MRR", mrr -> assertThat(mrr).isCloseTo((1 + 0.25 + 0.05) / 4, within(1e-9)));
    }

    @Test
    void shortAnswersAreComparedWithTheRightOneNearestToThem() {
        AnswerFigures figures = new AnswerFigures();
        figures.count(WHO, answer(Status.ANSWERED, "The Carlos Alcaraz!"));
        figures.count(WHO, answer(Status.ANSWERED, "Alcaraz"));
        figures.count(WHO, answer(Status.NOT_FOUND, null));
        figures.count(WHO, answer(Status.ANSWERED, null));
        assertThat(figures.values())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("exact match", 0.25, "F1", (1 + 2.0 / 3) / 4, "not found", 0.25));
    }

    @Test
    void wordsInCommonCountAsOftenAsTheyStand() {
        assertThat(AnswerFigures.f1(List.of("a", "a"), List.of("a"))).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(AnswerFigures.f1(List.of(), List.of("a"))).isZero();
    }

    @Test
    void anAnswerThatIsNothingButAnArticleStandsNowhere() {
        GoldQuestion which = new GoldQuestion("2", "Which of these is hemlock?", null, List.of("A"), false);
        assertThat(which.isAnsweredBy("Plant A is hemlock.")).isFalse();
        assertThat(WHO.isAnsweredBy("It was Carlos Alcaraz.")).isTrue();
    }

    @Test
    void percentilesAreTimesThatWereMeasured() {
        Latencies latencies = new Latencies();
        IntStream.rangeClosed(1, 200).forEach(latencies::add);
        assertThat(latencies.values()).containsExactly(entry("p50", 101.0), entry("p95", 191.0), entry("p99", 199.0));
        assertThat(new Latencies().values()).containsEntry("p50", 0.0);
    }

    private static Answer answer(Status status, @Nullable String fact) {
        Citation citation = new Citation(1, "a", 0, 1, "x", Citation.Verdict.SUPPORTED);
        return new Answer(
                status,
                "",
                fact == null ? null : new Fact(fact, "x", citation, 0.5),
                List.of(),
                List.of(),
                List.of(),
                "reader",
                Map.of(),
                null,
                null);
    }
}
