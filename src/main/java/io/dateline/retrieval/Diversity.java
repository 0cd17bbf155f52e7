package io.dateline.retrieval;

import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets other articles have their say: passages of an article beyond a number go behind all others, in their order. Nothing
 * is dropped, so that an archive of one article is still searched to its end.
 *
 * @param perArticle passages of one article that keep their place, 0 for all
 */
record Diversity(int perArticle) {

    List<Fused> apply(List<Fused> ranked) {
        if (perArticle == 0) {
            return ranked;
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Fused> first = new ArrayList<>();
        List<Fused> behind = new ArrayList<>();
        for (Fused fused : ranked) {
            int nth = seen.merge(fused.passage().articleId(), 1, Integer::sum);
            (nth <= perArticle ? first : behind).add(fused);
        }
        first.addAll(behind);
        return first;
    }
}
