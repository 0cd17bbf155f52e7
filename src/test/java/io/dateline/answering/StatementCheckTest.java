package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementCheckTest {

    private static final LocalDate THURSDAY = LocalDate.of(2023, 3, 2);
    private static final Set<String> KNOWN = Set.of("talks", "officials");

    @ParameterizedTest
    @CsvSource({
        "'Talks were held in Beijing.', 'Xi held talks in Beijing on Wednesday.'",
        "'Xi held talks on 1 March 2023.', 'Xi held talks in Beijing on Wednesday.'",
        "'Xi held talks on March 1.', 'Xi held talks in Beijing on Wednesday.'",
        "'Xi held talks in March 2023.', 'Xi held talks in Beijing on Wednesday.'",
        "'The plan has 12 points.', 'He released a twelve-point plan.'",
        "'It costs 5,000,000 euros.', 'It costs 5 million euros.'",
        "'Lukashenko has ruled since 1994.', 'He, Lukashenko, has been president since 1994.'",
        "'It happened in 2022.', 'It happened a year ago.'",
        "'Recently, Xi held talks.', 'Xi held talks.'",
        "'Beijing hosted the talks.', 'The talks were hosted by Beijing.'",
        "'Beyonce sang.', 'Beyoncé’s concert: she sang.'"
    })
    void findsWhatStandsThereByValue(String statement, String cited) {
        assertThat(StatementCheck.missing(statement, cited(THURSDAY, cited), KNOWN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Putin held talks in Beijing.', 'Xi held talks in Beijing.', Putin",
        "'Talks were held in Minsk.', 'Xi held talks in Beijing.', Minsk",
        "'Xi held talks on 2 March 2023.', 'Xi held talks on Wednesday.', 2 March 2023",
        "'Xi held talks on Tuesday.', 'Xi held talks on Wednesday.', Tuesday",
        "'Xi held talks on 1 March 2023.', 'Xi held talks in March 2023.', 1 March 2023",
        "'The plan has 13 points.', 'He released a 12-point plan.', 13",
        "'It costs 5 billion euros.', 'It costs 5 million euros.', 5 billion",
        "'He has ruled since 1995.', 'He has ruled since 1994.', 1995",
        "'Nineteen people died.', 'Nine people died.', Nineteen",
        "'Austria won.', 'Australia won.', Austria",
        "'Italy won the match.', 'France won the match.', Italy",
        "'Beijing hosted the talks.', 'Minsk hosted the talks.', Beijing",
        "'Ahmed spoke: Boeing had lost.', 'Ahmed spoke: Airbus had lost.', Boeing"
    })
    void namesWhatDoesNotStandThere(String statement, String cited, String missing) {
        assertThat(StatementCheck.missing(statement, cited(THURSDAY, cited), KNOWN))
                .contains(missing);
    }

    @Test
    void aWeekdayOfAnUndatedArticleHasNoDate() {
        assertThat(StatementCheck.missing("They met on 1 March 2023.", cited(null, "They met on Wednesday."), KNOWN))
                .contains("1 March 2023");
        assertThat(StatementCheck.missing("They met on Wednesday.", cited(null, "They met on Wednesday."), KNOWN))
                .isEmpty();
    }

    @Test
    void severalSentencesSupportAStatementTogether() {
        assertThat(StatementCheck.missing("Xi met Putin.", cited(null, "Xi came.", "Putin came."), KNOWN))
                .isEmpty();
    }

    @Test
    void nothingSupportsAStatementThatSharesNoWordWithWhatItCites() {
        assertThat(StatementCheck.isSupported("The deal was cancelled.", cited(null, "It rained."), KNOWN))
                .isFalse();
        assertThat(StatementCheck.isSupported("It rained.", cited(null, "It rained."), KNOWN))
                .isTrue();
        assertThat(StatementCheck.isSupported("It rained.", List.of(), KNOWN)).isFalse();
    }

    @Test
    void twoOfThreeWordsAreTooFew() {
        List<Finding> cited = cited(null, "Xi welcomed the ceasefire.");
        assertThat(StatementCheck.isSupported("Xi welcomed a ceasefire.", cited, KNOWN))
                .isTrue();
        assertThat(StatementCheck.isSupported("Xi rejected the ceasefire.", cited, KNOWN))
                .isFalse();
    }

    @Test
    void itMaySayWhoseReportItCites() {
        List<Finding> belta = List.of(by("Belta", "Xi held talks in Beijing."));
        assertThat(StatementCheck.isSupported("According to Belta, Xi held talks in Beijing.", belta, KNOWN))
                .isTrue();
        assertThat(StatementCheck.isSupported("According to Reuters, Xi held talks in Beijing.", belta, KNOWN))
                .isFalse();
        assertThat(StatementCheck.isSupported("Belta held talks in Beijing.", belta, KNOWN))
                .isFalse();
    }

    private static Finding by(String publisher, String text) {
        Sentence sentence = new Sentence(0, text.length(), text);
        return new Finding(
                new Evidence("a", "Title", null, publisher, null, 0, text, List.of(sentence), 0), sentence, null, 1);
    }

    static List<Finding> cited(@Nullable LocalDate publishedAt, String... sentences) {
        return Arrays.stream(sentences)
                .map(text -> {
                    Sentence sentence = new Sentence(0, text.length(), text);
                    Evidence evidence =
                            new Evidence("a", "Title", null, null, publishedAt, 0, text, List.of(sentence), 0);
                    return new Finding(evidence, sentence, null, 1);
                })
                .toList();
    }
}
