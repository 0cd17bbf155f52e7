package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotingComposerTest {

    private static final String BODY = "Xi met Lukashenko. “No,” said Angela Merkel. [1] <b>Bold</b>.";

    private final List<AnswerEvent> events = new ArrayList<>();

    @Test
    void quotesASentenceWithSeveralAnswersOnce() {
        QuotingComposer.Composed composed =
                new QuotingComposer().quote(List.of(finding(0, 18, 0.9), finding(0, 18, 0.85)), events::add);
        assertThat(composed.citations()).hasSize(1);
        assertThat(composed.text()).isEqualTo("From “Talks” (CNN, 1 March 2023):\n\n> Xi met Lukashenko. [1]");
    }

    @Test
    void leavesOutWhatIsClearlyWorseThanTheBest() {
        assertThat(new QuotingComposer()
                        .quote(List.of(finding(0, 18, 0.9), finding(19, 44, 0.5)), events::add)
                        .citations())
                .hasSize(1);
    }

    @Test
    void saysWhoSaidItAndEscapesMarkup() {
        assertThat(new QuotingComposer()
                        .write(List.of(finding(19, 44, 1), finding(45, BODY.length(), 1)), 1, events::add)
                        .text())
                .isEqualTo("""
                        According to Angela Merkel, in “Talks” (CNN, 1 March 2023):

                        > “No,” said Angela Merkel. [1]

                        From “Talks” (CNN, 1 March 2023):

                        > \\[1\\] \\<b\\>Bold\\</b\\>. [2]""");
    }

    private static Finding finding(int start, int end, double score) {
        Evidence evidence =
                new Evidence("talks", "Talks", null, "CNN", LocalDate.of(2023, 3, 1), 0, BODY, List.of(), 0);
        return new Finding(evidence, new Sentence(start, end, BODY.substring(start, end)), null, score);
    }
}
