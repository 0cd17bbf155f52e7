package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Article;
import io.dateline.corpus.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionMakerTest {

    private static final String BODY =
            "Ann Lee rejected the plan. In May Bo Diaz launched a boat. Then Cy Young signed a treaty.";

    private final QuestionMaker maker = new QuestionMaker(new SentenceSplitter());

    @Test
    void asksInTheOrderOfTheSentences() {
        assertThat(maker.from(article()))
                .containsExactly("What did Ann Lee reject?", "What did Bo Diaz launch?", "What did Cy Young sign?");
    }

    @Test
    void asksFirstAboutWhatStandsBehindThePlaceInTheText() {
        assertThat(maker.from(article(), BODY.indexOf(" In May")))
                .containsExactly("What did Bo Diaz launch?", "What did Cy Young sign?", "What did Ann Lee reject?");
    }

    private static Article article() {
        return new Article("a", "Title", null, null, null, null, List.of(), null, null, BODY, "1");
    }
}
