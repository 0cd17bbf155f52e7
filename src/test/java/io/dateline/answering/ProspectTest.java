package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProspectTest {

    private static boolean isMere(String question, String text, String answer) {
        Said said = Said.in(text, answer);
        return Prospect.isMere(QuestionAnalysis.of(question), said.sentence(), said.answer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Finland join NATO?        | NATO formalized its invitation to Sweden and Finland to join Wednesday. | Wednesday
            When did Finland join NATO?        | Finland announced in May that it wants to join NATO.                    | May
            When did Finland join NATO?        | Attitudes toward joining shifted and Finland announced in May its intention to join. | May
            When did Finland join NATO?        | Talks about joining began on Monday.                                    | Monday
            In what year did Finland join NATO? | In 2022 Finland applied to join NATO.                                  | 2022
            """)
    void theDayOfAPlanIsNotTheDayOfTheDeed(String question, String text, String answer) {
        assertThat(isMere(question, text, answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Finland join NATO?    | Finland joined NATO on Tuesday.                                        | Tuesday
            When did Finland join NATO?    | Finland, invited to join last year, joined NATO on Tuesday.            | Tuesday
            When did Finland join NATO?    | On Tuesday Finland became the 31st country to join NATO.               | Tuesday
            When did Finland join NATO?    | Finland became the 31st member, joining the alliance on Tuesday.       | Tuesday
            When did Finland join NATO?    | Finland's accession to NATO took place on Tuesday.                     | Tuesday
            When was Finland invited to join NATO? | NATO invited Finland to join on Wednesday.                     | Wednesday
            When did Finland ask to join?  | Finland asked to join in May.                                          | May
            When will Finland join NATO?   | Finland is expected to join on Tuesday.                                | Tuesday
            """)
    void theDayOfTheDeedIs(String question, String text, String answer) {
        assertThat(isMere(question, text, answer)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How long was Ann Lee sentenced to prison?  | Lee faces up to 20 years in prison.                     | 20 years       | true
            How long was Ann Lee sentenced to prison?  | Lee faces up to 20 years in prison.                     | up to 20 years | true
            How long was Ann Lee sentenced to prison?  | She could get a maximum of 20 years.                    | 20 years       | true
            How long was Ann Lee sentenced to prison?  | Lee was sentenced to 11 years in prison.                | 11 years       | false
            How long was Ann Lee sentenced to prison?  | She was given 11 years in prison.                       | 11 years       | false
            How long was Ann Lee sentenced to prison?  | She was sentenced to up to 11 years.                    | 11 years       | false
            How many years does Ann Lee face?          | Lee faces up to 20 years in prison.                     | 20 years       | false
            """)
    void whatSomebodyFacesIsNotWhatTheyWereSentencedTo(String question, String text, String answer, boolean expected) {
        assertThat(isMere(question, text, answer)).isEqualTo(expected);
    }
}
