package io.dateline.retrieval;

import io.dateline.index.ArticleIndex.Match;
import java.util.List;

/**
 * What one stage found.
 *
 * @param stage its name in {@link Hit.StageRank}
 * @param matches best first, each passage once
 */
record RankedList(String stage, List<Match> matches) {

    RankedList {
        matches = List.copyOf(matches);
    }
}
