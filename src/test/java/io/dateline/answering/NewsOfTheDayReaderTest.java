package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsOfTheDayReaderTest {

    private static final LocalDate MAY = LocalDate.of(2023, 5, 24);
    private static final String NEWS = "Ann Lee, the singer, has died at age 83.";

    @Test
    void theReportAnswersWhenWhereNoSentenceNamesTheDay() {
        Reading reading = read("When did Ann Lee die?", 0.3, passage(MAY, "She sang."), passage(MAY, NEWS));
        assertThat(reading.findings()).hasSize(1);
        Finding report = reading.findings().getFirst();
        assertThat(report.sentence().text()).isEqualTo(NEWS);
        assertThat(report.answer()).isNull();
        assertThat(reading.confidence()).isEqualTo(0.45);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee sang. Lee has been quietly released.",
                "Mayor Ann Lee II has released it.",
                "Ann Lee – mayor until 1991 – has been released.",
            })
    void theVerbMayBePassiveAndTheNameShort(String report) {
        assertThat(read("When was Ann Lee released?", 0.3, passage(MAY, report)).findings())
                .hasSize(1);
    }

    @Test
    void aHeadlineReportsWhatIsNewsOnceInThePresentTense() {
        assertThat(read("When did Ann Lee die?", 0.3, passage(MAY, "OBITUARY: Ann Lee dies at 83"))
                        .findings())
                .hasSize(1);
        assertThat(read("When did Ann Lee sing?", 0.3, passage(MAY, "Ann Lee sings at noon"))
                        .confidence())
                .isEqualTo(0.3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee dies at 83",
                "Anñ Lée, the singer, dies at 83",
                "Ann Lee, legendary singer, has died at 83"
            })
    void whereTheHeadlineAloneReportsItTheSentenceWithTheNameStandsForIt(String headline) {
        Evidence passage = passage(MAY, headline, "They mourned.", "Friends of Ann Lee mourned.", "Lee sang.");
        assertThat(read("When did Ann Lee die?", 0.3, passage).findings())
                .extracting(finding -> finding.sentence().text())
                .containsExactly("Friends of Ann Lee mourned.");
        assertThat(read("When did Bo Diaz die?", 0.3, passage).findings()).isEmpty();
    }

    @Test
    void aSentenceReportsBetterThanAHeadline() {
        Evidence below = passage(MAY, "Ann Lee dies at 83", "Friends of Ann Lee mourned.");
        assertThat(read("When did Ann Lee die?", 0.3, below, passage(MAY, NEWS)).findings())
                .extracting(finding -> finding.sentence().text())
                .containsExactly(NEWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee died at age 83.",
                "Ann Lee has sung.",
                "Ann Lee’s brother has died.",
                "Ann Leeds has died.",
                "Bo Lee has died.",
                "Ann Lee sang; her brother has died."
            })
    void nothingElseIsAReport(String sentence) {
        assertThat(read("When did Ann Lee die?", 0.3, passage(MAY, sentence)).confidence())
                .isEqualTo(0.3);
    }

    @Test
    void aSentenceThatNamesTheDayComesBefore() {
        assertThat(read("When did Ann Lee die?", 0.5, passage(MAY, NEWS)).confidence())
                .isEqualTo(0.5);
    }

    @Test
    void anArticleWithoutADayTellsNone() {
        assertThat(read("When did Ann Lee die?", 0.3, passage(null, NEWS)).confidence())
                .isEqualTo(0.3);
    }

    @Test
    void anArticleOfAnotherDayTellsItAgain() {
        Reading reading =
                read("When did Ann Lee die?", 0.3, passage(MAY, NEWS), passage(MAY.plusDays(9), "Ann Lee has died."));
        assertThat(reading.findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Why did Ann Lee die?", "When did Ann Lee’s brother die?", "When did she die?"})
    void otherQuestionsAreLeftToTheOtherReader(String question) {
        assertThat(read(question, 0.3, passage(MAY, NEWS)).confidence()).isEqualTo(0.3);
    }

    private static Reading read(String question, double confidence, Evidence... evidence) {
        return new NewsOfTheDayReader((asked, passages) -> new Reading(List.of(), confidence))
                .read(QuestionAnalysis.of(question), Arrays.asList(evidence));
    }

    private static Evidence passage(@Nullable LocalDate day, String text) {
        return passage(day, "Title", text);
    }

    private static Evidence passage(@Nullable LocalDate day, String title, String... texts) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            sentences.add(new Sentence(start, start + text.length(), text));
            start += text.length() + 1;
        }
        return new Evidence("a", title, null, null, day, 0, String.join(" ", texts), sentences, 0);
    }
}
