package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Article;
import io.dateline.corpus.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionMakerTest {

    private static final String BODY =
            "Ann Lee rejected the plan. In May Bo Diaz launched a boat. Then Cy Young signed a treaty.";

    private final QuestionMaker maker = new QuestionMaker(new SentenceSplitter());

    @Test
    void asksInTheOrderOfTheSentences() {
        assertThat(maker.from(article(BODY)))
                .containsExactly("What did Ann Lee reject?", "What did Bo Diaz launch?", "What did Cy Young sign?");
    }

    @Test
    void asksFirstAboutWhatStandsBehindThePlaceInTheText() {
        assertThat(maker.from(article(BODY), quoting("In May")))
                .containsExactly("What did Cy Young sign?", "What did Ann Lee reject?");
    }

    @Test
    void asksNothingThatTheQuotedSentenceAnswers() {
        assertThat(maker.from(article(BODY), quoting("Ann Lee"))).doesNotContain("What did Ann Lee reject?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ann Lee said the meeting was long.          | What did Ann Lee say about the meeting?
            Ann Lee said she would go to France.        | What did Ann Lee say about France?
            Ann Lee added that all was well.            | What did Ann Lee say?
            Ann Lee said it ends by the end of the year. | What did Ann Lee say?
            Ann Lee said to end the crisis peacefully.  | What did Ann Lee say?
            On Monday the Supreme Court said nothing.   | What did the Supreme Court say?
            Ann Lee said Ann Lee was a liar.            | What did Ann Lee say?
            """)
    void asksForWhatIsSaidAboutSomething(String sentence, String question) {
        assertThat(maker.from(article(sentence))).containsExactly(question);
    }

    private static List<Citation> quoting(String sentence) {
        int start = BODY.indexOf(sentence);
        int end = BODY.indexOf('.', start) + 1;
        return List.of(new Citation(1, "a", start, end, BODY.substring(start, end), Citation.Verdict.SUPPORTED));
    }

    private static Article article(String body) {
        return new Article("a", "Title", null, null, null, null, List.of(), null, null, body, "1");
    }
}
