package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribingReaderTest {

    private static final Reading OTHERS = new Reading(List.of(), 0.9);

    @Test
    void anExplanationComesBeforeAnOffice() {
        Reading reading = read(
                "Who is Ann Lee?",
                passage("a", "Mayor Ann Lee spoke."),
                passage("b", "Ann Lee, the best known singer of her country, spoke."));
        assertThat(answers(reading)).containsExactly("the best known singer of her country", "Mayor");
        assertThat(reading.confidence()).isEqualTo(0.6);
    }

    @Test
    void theOfficeThatMostSentencesGiveComesFirst() {
        Reading reading = read(
                "Who is Ann Lee?",
                passage("a", "Mayor Ann Lee spoke."),
                passage("b", "Senator Ann Lee spoke."),
                passage("c", "They met Senator Ann Lee."));
        assertThat(answers(reading)).containsExactly("Senator", "Senator", "Mayor");
    }

    @Test
    void anArticleThatNamesThemInFullMayGoOnWithTheLastName() {
        Reading reading = read("Who is Ann Lee?", passage("a", "Ann Lee spoke."), passage("a", "Lee, a singer, left."));
        assertThat(answers(reading)).containsExactly("a singer");
    }

    @Test
    void somebodyElseOfTheSameLastNameIsNotMeant() {
        assertThat(read("Who is Ann Lee?", passage("a", "Ann Lee spoke."), passage("b", "Lee, a singer, left.")))
                .isEqualTo(Reading.NOTHING);
    }

    @Test
    void anotherReaderAnswersOtherQuestions() {
        assertThat(read("Who is the mayor?", passage("a", "Mayor Ann Lee spoke.")))
                .isSameAs(OTHERS);
    }

    @Test
    void anotherReaderAnswersWhereNobodyIsNamedSo() {
        assertThat(read("who is coming", passage("a", "Mayor Ann Lee is coming.")))
                .isSameAs(OTHERS);
    }

    private static Reading read(String question, Evidence... evidence) {
        return new DescribingReader((asked, passages) -> OTHERS)
                .read(QuestionAnalysis.of(question), Arrays.asList(evidence));
    }

    private static List<String> answers(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.answer() == null ? "" : finding.answer().text())
                .toList();
    }

    private static Evidence passage(String article, String text) {
        Sentence sentence = new Sentence(0, text.length(), text);
        return new Evidence(article, "Title", null, null, null, 0, text, List.of(sentence), 0);
    }
}
