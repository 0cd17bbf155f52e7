package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dozens were held this week in which country near Russia?       | COUNTRY
            On what island nation was it first seen?                        | COUNTRY
            Which country recently shelved the law?                        | COUNTRY
            Which state is he from?                                         | STATE
            Which major city did the strike bring to a standstill?         | CITY
            The rule ends in which month?                                   | MONTH
            In what year did it close?                                      | YEAR
            What percentage of adults agree?                                | PERCENTAGE
            The volcano erupted for the first time since:                  | BEGINNING
            How long did they hang upside down?                             | LENGTH
            How many people live there?                                     | COUNT
            Which company sells how many cars in which country?             | COUNTRY
            """)
    void isNamedByTheQuestion(String question, AnswerType type) {
        assertThat(AnswerType.askedFor(question)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which country music star sang?",
                "Which state department official resigned?",
                "What did the city build?",
                "Who has been mayor since 2019?",
                "How did they do it?",
            })
    void isNotNamedByWordsThatMeanSomethingElse(String question) {
        assertThat(AnswerType.askedFor(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COUNTRY    | the United Arab Emirates | 1
            COUNTRY    | an Australian firm       | 0
            COUNTRY    | Moscow                   | -1
            STATE      | upstate New York         | 1
            STATE      | Queensland               | 0
            STATE      | France                   | -1
            CITY       | New York                 | 1
            CITY       | Belgium                  | -1
            CITY       | the square               | -1
            MONTH      | May                      | 1
            MONTH      | Dec. 19                  | 0
            MONTH      | Mayor Lee                | -1
            YEAR       | 1984                     | 1
            YEAR       | 38 years                 | -1
            PERCENTAGE | one third                | 1
            PERCENTAGE | 46                       | -1
            BEGINNING  | March                    | 1
            BEGINNING  | 0.75%                    | -1
            LENGTH     | three hours              | 1
            LENGTH     | two miles                | 1
            LENGTH     | 2023                     | -1
            COUNT      | 80 million               | 1
            COUNT      | 2023                     | -1
            COUNT      | 7%                       | -1
            """)
    void isWhatWordsAreOrAreNot(AnswerType type, String words, int fit) {
        assertThat(type.fit(words)).isEqualTo(fit);
    }
}
