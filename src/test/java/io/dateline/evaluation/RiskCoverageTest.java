package io.dateline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Answer;
import io.dateline.answering.Citation;
import io.dateline.answering.Fact;
import io.dateline.evaluation.LineChart.Point;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {

    private static final GoldQuestion WHO = new GoldQuestion("1", "Who won?", null, List.of("Carlos Alcaraz"), false);

    @Test
    void theSurestAreGivenFirst() {
        RiskCoverage risks = new RiskCoverage();
        for (int i = 0; i < 20; i++) {
            risks.count(WHO, answer(new Fact("Rafael Nadal", "Rafael Nadal won.", citation(), 0.1)));
            risks.count(WHO, answer(new Fact("Carlos Alcaraz", "Carlos Alcaraz won.", citation(), 0.9)));
            risks.count(WHO, answer(null));
        }
        List<Point> exact = risks.chart().lines().getFirst().points();
        assertThat(exact.getFirst().x()).isCloseTo(20 / 60.0, Offset.offset(1e-9));
        assertThat(exact.getFirst().y()).isZero();
        assertThat(exact.getLast()).isEqualTo(new Point(40 / 60.0, 0.5));
    }

    @Test
    void halfOfTheWordsAreNotAllOfThem() {
        RiskCoverage risks = new RiskCoverage();
        for (int i = 0; i < 20; i++) {
            risks.count(WHO, answer(new Fact("Alcaraz", "Alcaraz won.", citation(), 0.9)));
        }
        assertThat(risks.chart().lines().getFirst().points()).containsExactly(new Point(1, 1));
        assertThat(risks.chart().lines().getLast().points()).containsExactly(new Point(1, 0));
    }

    @Test
    void confidenceIsWrongByItsDistanceFromTheShareThatIsRight() {
        RiskCoverage risks = new RiskCoverage();
        assertThat(risks.calibrationError()).isZero();
        for (int i = 0; i < 10; i++) {
            // Three of ten are right of those that are given with 0.35.
            risks.count(WHO, answer(new Fact(i < 3 ? "Alcaraz" : "Nadal", "Somebody won.", citation(), 0.35)));
            risks.count(WHO, answer(new Fact("Carlos Alcaraz", "Carlos Alcaraz won.", citation(), 1)));
        }
        assertThat(risks.calibrationError()).isCloseTo(0.025, Offset.offset(1e-9));
    }

    private static Citation citation() {
        return new Citation(1, "a", 0, 10, "Somebody won.", Citation.Verdict.SUPPORTED);
    }

    private static Answer answer(@Nullable Fact fact) {
        return new Answer(
                Answer.Status.ANSWERED, "", fact, List.of(), List.of(), List.of(), "reader", Map.of(), null, null);
    }
}
