package io.dateline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Answer;
import io.dateline.answering.Citation;
import io.dateline.answering.Fact;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.answering.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    private static final String EVIL = "\u001b]0;owned\u0007\u001b[31mred\u009b2J\u0000\b\u202eback";
    private static final String HARMLESS = "]0;owned[31mred2Jback";

    @Test
    void setsTheShortAnswerTheTextAndTheSourcesBelowEachOther() {
        assertThat(TerminalText.of(ScriptedAnswerer.answer("They signed \\[it\\]. [1]"), false))
                .isEqualTo("""
                        the treaty

                        They signed [it]. [1]

                        [1] A treaty, 2023-03-01 https://news.example.org/a-1""");
    }

    @Test
    void coloursWhatItAddsAndNothingElse() {
        assertThat(TerminalText.of(ScriptedAnswerer.answer("They signed it. [1]"), true))
                .isEqualTo("""
                        \u001b[1mthe treaty\u001b[0m

                        They signed it. [1]

                        \u001b[2m[1] A treaty, 2023-03-01 https://news.example.org/a-1\u001b[0m""");
    }

    @Test
    void saysWhatIsNotSupportedWhatIsNearestAndWhatIsToBeNoticed() {
        Citation wrong = new Citation(1, "a-1", 0, 4, "They", Citation.Verdict.UNSUPPORTED);
        assertThat(TerminalText.of(answer(Answer.Status.ANSWERED, "It was Bob. [1]", "A treaty", wrong), false))
                .endsWith("[1] A treaty, undated (does not say this)");
        assertThat(TerminalText.of(answer(Answer.Status.NOT_FOUND, "Not in the archive.", "A treaty", null), false))
                .endsWith("Not in the archive.\n\nThe model is silent.\n\nNearest articles:\n  A treaty, undated");
    }

    @Test
    void letsNothingActOnTheTerminal() {
        Citation citation = new Citation(1, "a-1", 0, 4, "They", Citation.Verdict.SUPPORTED);
        String text = TerminalText.of(answer(Answer.Status.ANSWERED, EVIL + " [1]", EVIL, citation), false);

        assertThat(text).contains(HARMLESS + " [1]", "[1] " + HARMLESS);
        assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
    }

    private static Answer answer(Answer.Status status, String text, String title, @Nullable Citation citation) {
        return new Answer(
                status,
                text,
                citation == null ? null : new Fact(title, text, citation, 0.5),
                citation == null ? List.of() : List.of(citation),
                List.of(new Source(1, "a-1", title, null, null, (LocalDate) null, "")),
                List.of(),
                "reader",
                Map.of(),
                null,
                "The model is silent.");
    }
}
