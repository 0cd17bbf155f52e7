package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who is the prime minister of Sweden?",
                "who is the british prime minister",
                "Who’s the current CEO of Twitter?",
                "Who is Canada's prime minister?",
                "Who is the first minister of Scotland?",
                "Who is now the speaker of the House?",
                "And who is the governor of New York now?",
                "Who is the US secretary of state?"
            })
    void asksWhoHoldsItNow(String question) {
        assertThat(Office.askedForNow(question)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who is the king who abdicated?",
                "Who is the next chancellor of Germany?",
                "Who is the first president of Ghana?",
                "Who is the former governor of New York?",
                "Who was the prime minister of Sweden?",
                "Who is the prime minister of Sweden in 2022?",
                "Who is Ann Lee?",
                "What is the office of the president?",
                "Who is the president meeting?"
            })
    void asksSomethingElse(String question) {
        assertThat(Office.askedForNow(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who is the prime minister of Japan?          | The body of the late former Japanese Prime Minister Ann Lee arrived.
            Who is the prime minister of Japan?          | Ann Lee, the former prime minister, spoke.
            Who is the prime minister of India?          | He quoted India’s first Prime Minister Ann Lee.
            Who is the president of Argentina?           | Argentina Vice President Ann Lee wrote that.
            Who is the vice president of the US?         | Former US Vice President Ann Lee died.
            Who is the prime minister of Hungary?        | "A victory for Hungary," Finnish Prime Minister Ann Lee wrote.
            Who is the prime minister of Ukraine?        | U.K. Prime Minister Ann Lee went to Ukraine.
            """)
    void belongsToSomebodyElse(String question, String sentence) {
        assertThat(isAnothers(question, sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who is the prime minister of Japan?                | Japanese Prime Minister Ann Lee met former President John Roe.
            Who is the prime minister of Japan?                | Prime Minister Ann Lee said so.
            Who is the prime minister of the United Kingdom?   | British Prime Minister Ann Lee said so.
            Who is the prime minister of Finland?              | Finnish Prime Minister Ann Lee said so.
            Who is the vice president of the US?               | Vice President Ann Lee said so.
            Who is the governor of California?                 | Republican Governor Ann Lee said so.
            Who did that?                                      | The former Prime Minister Ann Lee did.
            """)
    void mayBeTheHolders(String question, String sentence) {
        assertThat(isAnothers(question, sentence)).isFalse();
    }

    @Test
    void theOfficeMayBeAPartOfTheAnswer() {
        String words = "Ukrainian President Ann Lee";
        Sentence sentence = new Sentence(0, words.length(), words);
        Sentence answer = new Sentence(10, words.length(), "President Ann Lee");
        assertThat(Office.isAnothers(QuestionAnalysis.of("Who is the president of Belarus?"), sentence, answer))
                .isTrue();
        assertThat(Office.isAnothers(QuestionAnalysis.of("Who is the president of Ukraine?"), sentence, answer))
                .isFalse();
    }

    private static boolean isAnothers(String question, String sentence) {
        String name = "Ann Lee";
        int at = sentence.indexOf(name);
        return Office.isAnothers(
                QuestionAnalysis.of(question),
                new Sentence(100, 100 + sentence.length(), sentence),
                new Sentence(100 + at, 100 + at + name.length(), name));
    }
}
