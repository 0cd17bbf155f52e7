package io.dateline.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.index.PassageKey;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiversityTest {

    private static final List<Fused> RANKED = Stream.of("a#0", "a#1", "a#2", "b#0", "a#3", "b#1")
            .map(id -> new PassageKey(id.substring(0, 1), id.charAt(2) - '0', "1", 0, 1))
            .map(passage -> new Fused(passage, null, 1, List.of()))
            .toList();

    private static List<String> ids(int perArticle) {
        return new Diversity(perArticle)
                .apply(RANKED).stream().map(fused -> fused.passage().id()).toList();
    }

    @Test
    void passagesBeyondTheNumberGoBehindAndNoneIsLost() {
        assertThat(ids(2)).containsExactly("a#0", "a#1", "b#0", "b#1", "a#2", "a#3");
        assertThat(ids(1)).containsExactly("a#0", "b#0", "a#1", "a#2", "a#3", "b#1");
    }

    @Test
    void zeroChangesNothing() {
        assertThat(ids(0)).containsExactly("a#0", "a#1", "a#2", "b#0", "a#3", "b#1");
    }
}
