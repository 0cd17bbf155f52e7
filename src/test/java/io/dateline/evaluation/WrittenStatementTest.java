package io.dateline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Citation;
import io.dateline.answering.Citation.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenStatementTest {

    private static final String QUOTE = "The talks took place in Beijing, Belta said.";

    private static final Map<Integer, Citation> CITATIONS = Map.of(
            1, new Citation(1, "a", 0, QUOTE.length(), QUOTE, Verdict.SUPPORTED),
            2, new Citation(2, "a", 0, QUOTE.length(), QUOTE, Verdict.UNSUPPORTED));

    @Test
    void endsAtItsMarkerAndHasTheMarkersVerdict() {
        assertThat(WrittenStatement.in("They met in Beijing [1], for \\[two\\] days. [2] It rained. [?]", CITATIONS))
                .containsExactly(
                        new WrittenStatement("They met in Beijing", true, List.of(QUOTE)),
                        new WrittenStatement(", for [two] days.", false, List.of(QUOTE)),
                        new WrittenStatement("It rained.", false, List.of()));
    }

    @Test
    void isSupportedOnlyByMarkersThatAllSupportIt() {
        assertThat(WrittenStatement.in("They met in Beijing. [1][2]", CITATIONS))
                .singleElement()
                .returns(false, WrittenStatement::isSupported);
    }

    @Test
    void lacksNamesAndNumbersThatTheCitedSentencesDoNotHave() {
        assertThat(new WrittenStatement("They met in Minsk on 3 March, belta said.", true, List.of(QUOTE)).lacking())
                .containsExactly("Minsk", "3", "March");
        assertThat(new WrittenStatement("They met in Beijing.", true, List.of(QUOTE)).lacking())
                .isEmpty();
        assertThat(new WrittenStatement("400 came.", true, List.of(QUOTE)).lacking())
                .containsExactly("400");
    }
}
