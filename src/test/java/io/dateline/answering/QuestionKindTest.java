package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who cautiously welcomed it?                     | PERSON
            and who was that?                               | PERSON
            With whom did he speak?                         | PERSON
            Since when has Lukashenko been president?       | TIME
            When did Roe v. Wade get overturned?            | TIME
            On which day was the statement issued?          | TIME
            How many points does it have?                   | NUMBER
            How much are the agreements worth?              | AMOUNT
            Where did the talks take place?                 | PLACE
            In which city was it?                           | PLACE
            Why is he isolated?                             | REASON
            How did it end?                                 | MANNER
            How strong was the earthquake?                  | NUMBER
            Did China deny it?                              | YES_NO
            What kind of friendship is it?                  | THING
            In which areas were agreements signed?          | THING
            Lukashenko election protests                    | TOPIC
            Summarise the article                           | SUMMARY
            """)
    void isReadOffTheFirstWords(String question, QuestionKind kind) {
        assertThat(QuestionKind.of(question)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            According to Belta, where did they meet?                          | PLACE
            They met this week. Who welcomed it?                              | PERSON
            Mr. Xi met Mr. Lukashenko. Did they sign anything?                | YES_NO
            Lukashenko has been president for how many years?                 | NUMBER
            Xi met which president in Beijing?                                | PERSON
            The man who shot the president was arrested where?                | PLACE
            A whale was accused of what when it was seen off the coast?       | THING
            The probe is due to reach the planet when?                        | TIME
            They travel to which state to learn how to use it?                | PLACE
            They plan to bring it back, but when was it first introduced?     | TIME
            When she died, the queen left four dogs. Who takes care of them?  | PERSON
            A treat was named after a leader, but which of these is it?       | THING
            The minimum age for skaters has been raised to:                   | THING
            Lukashenko's visit to Beijing?                                    | TOPIC
            the man who shot the president                                    | TOPIC
            Ukraine:                                                          | TOPIC
            """)
    void orOffTheQuestionBehindWhatIsToldFirst(String question, QuestionKind kind) {
        assertThat(QuestionKind.of(question)).isEqualTo(kind);
    }
}
