package io.dateline.answering;

import static io.dateline.answering.ScriptedModel.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.ArticleIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerComposerTest {

    private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
    private static final Finding TWELVE = finding("Fire in Minsk", MARCH, "The fire killed 12 people.", "12");
    private static final Finding FIFTEEN =
            finding("Minsk mourns", MARCH.plusDays(1), "The fire killed 15 people, officials said.", "15");

    private final List<AnswerEvent> events = new ArrayList<>();

    @Test
    void quotesTheReportThatTheModelLeftOutBesideTheOneItTook() throws Exception {
        Answer answer =
                answered("How many people did the fire kill?", "The fire killed 12 people [1].", TWELVE, FIFTEEN);
        assertThat(answer.text()).isEqualTo("""
                The fire killed 12 people [1].

                The articles differ on this.

                From “Minsk mourns” (CNN, 2 March 2023):

                > The fire killed 15 people, officials said. [2]""");
        assertThat(answer.citations())
                .extracting(Citation::quote)
                .containsExactly("The fire killed 12 people.", "The fire killed 15 people, officials said.");
    }

    @Test
    void quotesBothReportsWhereTheModelTakesTheirMean() throws Exception {
        Answer answer =
                answered("How many people did the fire kill?", "The fire killed 13.5 people [1][2].", TWELVE, FIFTEEN);
        assertThat(answer.mode()).isEqualTo(Answer.READER);
        assertThat(answer.text())
                .doesNotContain("13.5")
                .contains("(CNN, 1 March 2023)", "The fire killed 12 people. [1]")
                .contains("(CNN, 2 March 2023)", "The fire killed 15 people, officials said. [2]");
    }

    @Test
    void addsNothingWhereTheModelGivesBothReports() throws Exception {
        String both = "The fire killed 12 people [1]. It killed 15 people, officials said [2].";
        assertThat(answered("How many people did the fire kill?", both, TWELVE, FIFTEEN)
                        .text())
                .isEqualTo(both);
    }

    @Test
    void theSameNumberInOtherWordsIsNoOtherReport() throws Exception {
        Finding twelve = finding("Minsk mourns", MARCH, "The fire killed twelve people.", "twelve people");
        String text = "The fire killed 12 people [1].";
        assertThat(answered("How many people did the fire kill?", text, TWELVE, twelve)
                        .text())
                .isEqualTo(text);
    }

    @Test
    void whatHardlyAnswersIsNoOtherReport() throws Exception {
        String text = "The fire killed 12 people [1].";
        assertThat(answered("How many people did the fire kill?", text, TWELVE, FIFTEEN.withScore(0.2))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void aDayIsComparedByWhatItMeansOnTheDayOfItsArticle() throws Exception {
        Finding wednesday = finding("Fire in Minsk", MARCH, "The fire broke out on Wednesday.", "Wednesday");
        Finding first = finding("Minsk mourns", MARCH.plusDays(9), "It broke out on 1 March.", "1 March");
        Finding second = finding("Minsk asks", MARCH.plusDays(9), "It broke out on 2 March.", "2 March");
        String text = "The fire broke out on Wednesday [1].";
        assertThat(answered("When did the fire break out?", text, wednesday, first)
                        .text())
                .isEqualTo(text);
        assertThat(answered("When did the fire break out?", text, wednesday, second)
                        .text())
                .contains("The articles differ on this.", "It broke out on 2 March. [2]");
    }

    @Test
    void namesOfWhichOnlyOneCanBeRightStandSideBySide() throws Exception {
        Finding doe = finding("A vote in Minsk", MARCH, "Jane Doe won the election in Minsk.", "Jane Doe");
        Finding roe =
                finding("Minsk votes", MARCH.plusDays(1), "The election in Minsk was won by John Roe.", "John Roe");
        assertThat(answered("Who won the election in Minsk?", "Jane Doe won the election [1].", doe, roe)
                        .text())
                .isEqualTo("""
                        Jane Doe won the election [1].

                        The articles differ on this.

                        From “Minsk votes” (CNN, 2 March 2023):

                        > The election in Minsk was won by John Roe. [2]""");
    }

    @Test
    void whatIsOfOneSortIsComparedWhereTheQuestionNamesTheSort() throws Exception {
        Finding brest = finding("A crash", MARCH, "The plane crashed near Brest.", "Brest");
        Finding gomel = finding("Plane down", MARCH, "The plane crashed near Gomel.", "Gomel");
        String text = "The plane crashed near Brest [1].";
        assertThat(answered("Near which city did the plane crash?", text, brest, gomel)
                        .text())
                .contains("The articles differ on this.", "> The plane crashed near Gomel. [2]");
        assertThat(answered("Where did the plane crash?", text, brest, gomel).text())
                .as("a town may lie in the other place")
                .isEqualTo(text);
    }

    @Test
    void namesThatMayBothBeRightAreNoOtherReport() throws Exception {
        String question = "Who signed the pact?";
        String text = "Jane Doe signed the pact [1].";
        Finding doe = finding("A pact", MARCH, "Jane Doe signed the pact.", "Jane Doe");
        assertThat(List.of(
                        finding("Signed", MARCH, "Jane Do\u00e8 signed the pact.", "Jane Do\u00e8"),
                        finding("Signed", MARCH, "Ms Doe signed the pact.", "Ms Doe"),
                        finding("Signed", MARCH, "Doe signed the pact.", "Doe"),
                        finding("Signed", MARCH, "The Prime Minister signed the pact.", "Prime Minister"),
                        finding("Signed", MARCH, "A minister signed the pact.", "A minister"),
                        finding("Signed", MARCH, "John Roe signed the pact with Jane Doe.", "John Roe"),
                        finding("Doe and Roe", MARCH, "John Roe signed the pact.", "John Roe"),
                        finding("Signed", MARCH, "John Roe praised the pact.", "John Roe"),
                        finding("Last year", MARCH.minusYears(1), "John Roe signed the pact.", "John Roe"),
                        finding("Undated", null, "John Roe signed the pact.", "John Roe")))
                .allSatisfy(other ->
                        assertThat(answered(question, text, doe, other).text()).isEqualTo(text));
        assertThat(answered("Who were the ones that signed the pact?", text, doe, roe())
                        .text())
                .isEqualTo(text);
        assertThat(answered(question, text, doe, roe()).text()).contains("The articles differ on this.");
    }

    private static Finding roe() {
        return finding("Signed", MARCH, "John Roe signed the pact.", "John Roe");
    }

    @Test
    void saysThatAnArticleIsUndatedWhereTheTimeMatters() throws Exception {
        Finding undated = finding("Fire in Minsk", null, "The fire killed 12 people on Wednesday.", "12");
        assertThat(answered("How many people did the fire kill?", "The fire killed 12 people [1].", undated)
                        .text())
                .isEqualTo("The fire killed 12 people [1].\n\n“Fire in Minsk” is undated.");
        Finding timeless = finding("Fire in Minsk", null, "The fire killed 12 people.", "12");
        assertThat(answered("How many people did the fire kill?", "The fire killed 12 people [1].", timeless)
                        .text())
                .isEqualTo("The fire killed 12 people [1].");
    }

    @Test
    void refusesWhereNeitherTheReaderNorTheModelFindsAnAnswer() throws Exception {
        Answer answer = compose("How many people did the fire kill?", "NOT IN THE ARCHIVE", false, TWELVE);
        assertThat(answer.status()).isEqualTo(Answer.Status.NOT_FOUND);
        assertThat(answer.citations()).isEmpty();
    }

    private Answer answered(String question, String says, Finding... findings) throws InterruptedException {
        events.clear();
        Answer answer = compose(question, says, true, findings);
        if (answer.notice() == null) {
            assertThat(shown()).isEqualTo(answer.text());
            assertThat(events).filteredOn(CitationAdded.class::isInstance).hasSameSizeAs(answer.citations());
        }
        return answer;
    }

    private Answer compose(String question, String says, boolean found, Finding... findings)
            throws InterruptedException {
        AnswerComposer composer = new AnswerComposer(
                new QuotingComposer(),
                ScriptedModel.composer(saying(says)),
                new FollowUps(mock(ArticleIndex.class), new QuestionMaker(new SentenceSplitter())));
        return composer.compose(
                new AnswerComposer.Material(
                        QuestionAnalysis.of(question),
                        List.of(),
                        null,
                        List.of(findings).stream().map(Finding::evidence).toList(),
                        new Reading(List.of(findings), 0.9),
                        found),
                new Draft(events::add));
    }

    private String shown() {
        return events.stream()
                .filter(TextAdded.class::isInstance)
                .map(event -> ((TextAdded) event).delta())
                .collect(Collectors.joining());
    }

    private static Finding finding(String title, @Nullable LocalDate day, String text, String answer) {
        Sentence sentence = new Sentence(0, text.length(), text);
        int start = text.indexOf(answer);
        return new Finding(
                new Evidence(title, title, null, "CNN", day, 0, text, List.of(sentence), 0),
                sentence,
                new Sentence(start, start + answer.length(), answer),
                0.9);
    }
}
