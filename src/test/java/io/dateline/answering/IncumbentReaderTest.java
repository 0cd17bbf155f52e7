package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncumbentReaderTest {

    private static final String WHO_NOW = "Who is the mayor of Strelsau?";
    private static final LocalDate MAY = LocalDate.of(2023, 5, 24);

    private static final Finding BEFORE = found("Ann Lee", "Mayor", MAY, 0.8);

    @Test
    void theNewestArticleTellsWhoItIs() {
        Finding now = found("John Roe", "Mayor", MAY.plusDays(1), 0.5);
        Reading reading = read(WHO_NOW, BEFORE, now);
        assertThat(reading.findings()).extracting(f -> f.words().text()).containsExactly("John Roe", "Ann Lee");
        assertThat(reading.confidence()).isEqualTo(0.8);
        assertThat(reading.findings().getFirst().score()).isEqualTo(0.8);
    }

    @Test
    void ofTheNewestArticlesTheSurestTells() {
        Finding hardly = found("Jane Doe", "Mayor", MAY.plusDays(1), 0.5);
        Finding now = found("John Roe", "Mayor", MAY.plusDays(1), 0.6);
        assertThat(first(WHO_NOW, BEFORE, hardly, now)).isEqualTo("John Roe");
    }

    @Test
    void theBestStaysWhereNoneIsNewerAboutAsSureAndOfTheOffice() {
        assertThat(first(WHO_NOW, BEFORE, found("John Roe", "Mayor", MAY, 0.9))).isEqualTo("Ann Lee");
        assertThat(first(WHO_NOW, BEFORE, found("John Roe", "Mayor", MAY.plusDays(1), 0.4)))
                .isEqualTo("Ann Lee");
        assertThat(first(WHO_NOW, BEFORE, found("John Roe", "President", MAY.plusDays(1), 0.7)))
                .isEqualTo("Ann Lee");
        assertThat(first(WHO_NOW, BEFORE, found("John Roe", "Mayor", null, 0.7)))
                .isEqualTo("Ann Lee");
    }

    @Test
    void otherQuestionsAreAnsweredByTheBest() {
        Finding now = found("John Roe", "Mayor", MAY.plusDays(1), 0.7);
        assertThat(first("Who opened the bridge?", BEFORE, now)).isEqualTo("Ann Lee");
        assertThat(read(WHO_NOW)).isEqualTo(Reading.NOTHING);
    }

    private static String first(String question, Finding... findings) {
        return read(question, findings).findings().getFirst().words().text();
    }

    private static Reading read(String question, Finding... findings) {
        Reading reading = findings.length == 0 ? Reading.NOTHING : new Reading(List.of(findings), findings[0].score());
        return new IncumbentReader((asked, evidence) -> reading).read(QuestionAnalysis.of(question), List.of());
    }

    private static Finding found(String name, String office, @Nullable LocalDate day, double score) {
        String text = office + " " + name + " spoke.";
        int start = office.length() + 1;
        Sentence sentence = new Sentence(0, text.length(), text);
        return new Finding(
                new Evidence("a-" + day, "Speech", null, null, day, 0, text, List.of(sentence), 0),
                sentence,
                new Sentence(start, start + name.length(), name),
                score);
    }
}
