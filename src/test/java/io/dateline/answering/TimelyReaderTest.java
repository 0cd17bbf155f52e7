package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelyReaderTest {

    private static final double SURE = 0.9;

    private static final LocalDate MAY = LocalDate.of(2023, 5, 24);
    private static final Evidence NEW = of(MAY);
    private static final Evidence OF_SPRING = of(MAY.minusDays(60));
    private static final Evidence OF_WINTER = of(MAY.minusDays(61));
    private static final Evidence OF_ANOTHER_YEAR = of(MAY.minusYears(1).minusDays(1));
    private static final Evidence UNDATED = of(null);

    private static Evidence of(@Nullable LocalDate day) {
        return new Evidence("a-" + day, "A title", null, null, day, 0, "She resigned.", List.of(), 0);
    }

    /** How sure it is when the first of the evidence answers. */
    private static double confidence(String question, Evidence... evidence) {
        Finding found = new Finding(evidence[0], new Sentence(0, 13, "She resigned."), new Sentence(0, 3, "She"), SURE);
        return new TimelyReader((asked, passages) -> new Reading(List.of(found), SURE))
                .read(QuestionAnalysis.of(question), List.of(evidence))
                .confidence();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who resigned this week?",
                "Which minister resigned last weekend?",
                "Who has resigned in the past week?",
                "Last night, who resigned?",
                "Who resigned yesterday?",
                "Who resigned today?",
                "Who resigned this month?"
            })
    void whatIsLongPastHardlyAnswersAQuestionOfTheseDays(String question) {
        assertThat(confidence(question, OF_WINTER, NEW)).isLessThan(SURE / 3);
        assertThat(confidence(question, OF_SPRING, NEW)).isEqualTo(SURE);
        assertThat(confidence(question, NEW, OF_WINTER)).isEqualTo(SURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Who won the prize this year?", "Who will win the prize?", "Who will win next year’s prize?"})
    void whatIsAYearOldHardlyAnswersAQuestionOfTheYearOrOfWhatIsToCome(String question) {
        assertThat(confidence(question, OF_ANOTHER_YEAR, NEW)).isLessThan(SURE / 3);
        assertThat(confidence(question, OF_WINTER, NEW)).isEqualTo(SURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who resigned?",
                "Who resigned on Tuesday?",
                "Who weakened?",
                "Who will host the 2030 games?",
                "Whom did Will Roe slap?"
            })
    void anyOtherIsAnsweredByWhatIsOld(String question) {
        assertThat(confidence(question, OF_ANOTHER_YEAR, NEW)).isEqualTo(SURE);
    }

    @Test
    void anOldArchiveAnswersAsOfItsNewest() {
        assertThat(confidence("Who resigned this week?", OF_WINTER, OF_ANOTHER_YEAR))
                .isEqualTo(SURE);
    }

    @Test
    void whatHasNoDayMayBeOfTheseDays() {
        assertThat(confidence("Who resigned this week?", UNDATED, NEW)).isEqualTo(SURE);
        assertThat(confidence("Who resigned this week?", UNDATED)).isEqualTo(SURE);
    }

    @Test
    void whereNothingWasReadNothingIsDoubted() {
        Reading reading = new TimelyReader((asked, passages) -> Reading.NOTHING)
                .read(QuestionAnalysis.of("Who resigned this week?"), List.of(NEW));

        assertThat(reading).isEqualTo(Reading.NOTHING);
    }
}
