package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoSomebodyIsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lee, who has been the town’s only mayor since 1994, resigned. | the town’s only mayor since 1994
            Ann Lee, the mayor of Berlin, resigned.                       | the mayor of Berlin
            “No,” said Ann Lee, a 34-year-old from Ohio.                  | a 34-year-old from Ohio
            Ann Lee – the singer – was there.                             | the singer
            Lee is Norway’s best known author and said so.                | Norway’s best known author
            Lee, a trained lawyer who was confirmed on Monday, left.      | a trained lawyer
            Lee was the United Kingdom's latest prime minister.           | the United Kingdom's latest prime minister
            Lee is New Zealand's chief justice.                           | New Zealand's chief justice
            Lee became president in 2020.                                 | president in 2020
            """)
    void takesWhatTheSentenceExplains(String text, String words) {
        Sentence sentence = new Sentence(100, 100 + text.length(), text);
        Sentence found = lee().explainedIn(sentence).orElseThrow();
        assertThat(found.text()).isEqualTo(words);
        assertThat(text.substring(found.start() - 100, found.end() - 100)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Lee, whose mother was there, resigned.",
                "Ann Lee, Mayor Bo Diaz and others met.",
                "Ann Lee, the president said, has resigned.",
                "Leeds, the capital, has a mayor.",
                "Lee’s wife is a singer.",
                "Lee was arrested by the sheriff.",
                "Lee, who was elected by the party to stay as leader, spoke."
            })
    void takesNothingElseForAnExplanation(String text) {
        assertThat(lee().explainedIn(new Sentence(0, text.length(), text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Despite Norwegian Prime Minister Ann Lee, they met. | Norwegian Prime Minister
            They met Secretary of State Ann Lee.                | Secretary of State
            It was MLB superstar Ann Lee.                       | MLB superstar
            The former Berlin mayor Ann Lee sang.               | The former Berlin mayor
            They elected New York Rep. Ann Lee to lead them.    | New York Rep.
            """)
    void takesTheOfficeBeforeTheName(String text, String words) {
        assertThat(lee().titledIn(new Sentence(0, text.length(), text)).map(Sentence::text))
                .contains(words);
    }

    @Test
    void takesNoOfficeOfSomebodyElse() {
        String text = "The president met Ann Lee, and Mayor Bo Diaz was there.";
        assertThat(lee().titledIn(new Sentence(0, text.length(), text))).isEmpty();
    }

    @Test
    void takesNoTitleThatSaysNothingAlone() {
        String text = "They elected Rep. Ann Lee.";
        assertThat(lee().titledIn(new Sentence(0, text.length(), text))).isEmpty();
    }

    @Test
    void takesNoRelative() {
        String family = "Ann Lee was born to actor Bo Lee and to mayor Eva Maria Lee.";
        assertThat(lee().titledIn(new Sentence(0, family.length(), family))).isEmpty();
        String mother = "They met mother Ann Lee.";
        assertThat(lee().titledIn(new Sentence(0, mother.length(), mother))).isEmpty();
    }

    @Test
    void takesNoPartOfTheNameForAnOffice() {
        String text = "They met Prince Harry.";
        WhoSomebodyIs harry = WhoSomebodyIs.askedBy(QuestionAnalysis.of("Who is Prince Harry?"))
                .orElseThrow();
        assertThat(harry.titledIn(new Sentence(0, text.length(), text))).isEmpty();
    }

    @Test
    void knowsANameInSmallLetters() {
        Optional<WhoSomebodyIs> person = WhoSomebodyIs.askedBy(QuestionAnalysis.of("who's ann lee"));
        assertThat(person.orElseThrow().isNamedIn("It was Ann Lee.")).isTrue();
        assertThat(person.orElseThrow().isNamedIn("It was Ann Leeds.")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who is the president of Norway?",
                "Who is Norway's president?",
                "Who is meeting Ann Lee?",
                "Who signed it?",
                "What is Berlin?",
                "who is in charge"
            })
    void doesNotStandInTheWayOfOtherQuestions(String question) {
        assertThat(WhoSomebodyIs.askedBy(QuestionAnalysis.of(question))).isEmpty();
    }

    @Test
    void isNotSlowedDownByTextThatIsNoText() {
        String capitals = "Prime Former Mayor ".repeat(6_000);
        assertThat(lee().titledIn(new Sentence(0, capitals.length(), capitals))).isEmpty();
        assertThat(lee().explainedIn(new Sentence(0, capitals.length(), capitals)))
                .isEmpty();
    }

    @Test
    void aNameTypedWithoutItsAccentsIsFound() {
        String text = "“Yes,” said Zoë Kravés, the mayor of Orléans.";
        WhoSomebodyIs zoe =
                WhoSomebodyIs.askedBy(QuestionAnalysis.of("who is zoe kraves")).orElseThrow();
        assertThat(zoe.isNamedIn(text)).isTrue();
        assertThat(zoe.explainedIn(new Sentence(0, text.length(), text))
                        .orElseThrow()
                        .text())
                .isEqualTo("the mayor of Orléans");
    }

    private static WhoSomebodyIs lee() {
        return WhoSomebodyIs.askedBy(QuestionAnalysis.of("Who is Ann Lee?")).orElseThrow();
    }
}
