package io.dateline.retrieval;

import io.dateline.index.ArticleIndex.Match;
import io.dateline.index.PassageKey;
import io.dateline.retrieval.Hit.StageRank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges ranked lists by rank alone, since scores of different stages cannot be compared: a passage scores the sum of
 * {@code weight / (rankConstant + rank)} over the lists it is in. LangChain4j's fuser computes the same but gives no scores and
 * breaks ties by the order of the lists; a test holds the two together.
 *
 * @param rankConstant 60 in Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
 *     Learning Methods" (SIGIR 2009)
 */
record ReciprocalRankFusion(int rankConstant) {

    static final ReciprocalRankFusion STANDARD = new ReciprocalRankFusion(60);

    private static final Comparator<Fused> BEST_FIRST = Comparator.comparingDouble(Fused::score)
            .reversed()
            .thenComparing(fused -> fused.passage().id());

    /**
     * @param publishedAt of its article; null if that is undated
     * @param ranks one for each list that has the passage, in the order of the lists, and one for each later stage
     */
    record Fused(PassageKey passage, @Nullable LocalDate publishedAt, double score, List<StageRank> ranks) {

        Fused and(Fused other) {
            List<StageRank> both = new ArrayList<>(ranks);
            both.addAll(other.ranks);
            return new Fused(passage, publishedAt, score + other.score, both);
        }

        Fused withScore(double other) {
            return new Fused(passage, publishedAt, other, ranks);
        }

        Fused explained(StageRank stage) {
            List<StageRank> all = new ArrayList<>(ranks);
            all.add(stage);
            return new Fused(passage, publishedAt, score, all);
        }
    }

    /** Best first, ties by passage id. */
    List<Fused> fuse(List<RankedList> lists) {
        Map<String, Fused> fused = new LinkedHashMap<>();
        for (RankedList list : lists) {
            for (RankedList.Place place : list.places()) {
                Match match = place.match();
                StageRank here = new StageRank(list.stage(), place.rank(), match.score());
                double share = list.weight() / (rankConstant + place.rank());
                Fused alone = new Fused(match.passage(), match.publishedAt(), share, List.of(here));
                fused.merge(match.passage().id(), alone, Fused::and);
            }
        }
        return fused.values().stream().sorted(BEST_FIRST).toList();
    }
}
