package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    private static final String TEXT = "Ann Lee met the European Union in Minsk.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who is Bo Diaz?                 | the nearest articles do not mention “Bo Diaz”.
            Who is Ann Diaz?                | the nearest articles do not mention “Diaz”.
            When did Bo Diaz meet Cy Young? | the nearest articles do not mention “Bo Diaz” or “Cy Young”.
            How old is Ann Lee?             | the nearest articles do not say.
            How large is the EU?            | the nearest articles do not say.
            Что сказала Анна?               | the nearest articles are written in another script. Ask in the language of the articles.
            """)
    void namesWhatTheArticlesDoNotMention(String question, String reason) {
        assertThat(refusal(question, List.of(evidence()))).isEqualTo("Not in the archive: " + reason);
    }

    @Test
    void saysThatNothingWasFound() {
        assertThat(refusal("Who is Bo Diaz?", List.of()))
                .isEqualTo("Not in the archive: no article has words like these.");
    }

    private static String refusal(String question, List<Evidence> evidence) {
        return Refusal.of(QuestionAnalysis.of(question), evidence);
    }

    private static Evidence evidence() {
        return new Evidence("a", "Talks", null, null, null, 0, TEXT, List.of(), 0);
    }
}
