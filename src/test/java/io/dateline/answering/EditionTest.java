package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {

    private static boolean isOther(String question, String sentence) {
        return Edition.isOther(QuestionAnalysis.of(question), new Sentence(0, sentence.length(), sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who won the 2023 Garden Tournament?          | Ann Lee won the 2022 tournament by three strokes.
            What is the word of the year for 2023?       | "Twilight" was the 2022 word of the year.
            What is the 2023 word of the year?           | The dictionary made "twilight" its word of the year for 2022.
            Who sings at Garden Bowl LVII?               | Ann Lee will sing at Garden Bowl XLVII in February.
            """)
    void whatIsToldOfAnotherEditionDoesNotAnswer(String question, String sentence) {
        assertThat(isOther(question, sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who won the 2023 Garden Tournament?          | Ann Lee, who lost the 2022 tournament, won the 2023 tournament.
            Who won the 2023 Garden Tournament?          | Ann Lee won the tournament, the first to do so since 2022.
            Who won the 2023 Garden Tournament?          | Ann Lee won the tournament.
            Who won the tournament?                      | Ann Lee won the 2022 tournament.
            Which country lost the most forest in 2022?  | Most was lost in Ruritania, the largest area since 2016.
            When was King Charles III crowned?           | King Charles was crowned on Saturday, 86 years after King George VI.
            Who sings at Garden Bowl LVII?               | Ann Lee will sing at Garden Bowl LVII, not Garden Bowl XLVII.
            Who sold the bottle of 1926?                 | Ann Lee sold the bottle for $2022 million.
            """)
    void everythingElseMay(String question, String sentence) {
        assertThat(isOther(question, sentence)).isFalse();
    }
}
