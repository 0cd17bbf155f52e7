package io.dateline.retrieval;

import io.dateline.index.ArticleIndex.Match;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one stage found.
 *
 * @param stage its name in {@link Hit.StageRank}
 * @param weight what a rank in this list is worth beside one of another list, more than 0
 * @param places best first, each passage once
 */
record RankedList(String stage, double weight, List<Place> places) {

    RankedList {
        places = List.copyOf(places);
    }

    /** @param rank from 1; passages may share one */
    record Place(Match match, int rank) {}

    /** @param matches best first, each passage once */
    static RankedList ofPassages(String stage, List<Match> matches) {
        List<Place> places = IntStream.range(0, matches.size())
                .mapToObj(i -> new Place(matches.get(i), i + 1))
                .toList();
        return new RankedList(stage, 1, places);
    }

    /**
     * A list in which the first passage stands for the whole article: the article's other passages, as far as they are known, share
     * its rank.
     *
     * @param leads best first; of an article that has several, from when the archive was small, the best counts alone
     * @param known passages of these and other articles
     */
    static RankedList ofArticles(String stage, double weight, List<Match> leads, List<Match> known) {
        Map<String, List<Match>> byArticle = known.stream()
                .collect(Collectors.groupingBy(match -> match.passage().articleId()));
        List<Place> places = new ArrayList<>();
        Set<String> articles = new HashSet<>();
        for (Match lead : leads) {
            if (articles.add(lead.passage().articleId())) {
                int rank = articles.size();
                places.add(new Place(lead, rank));
                for (Match match : byArticle.getOrDefault(lead.passage().articleId(), List.of())) {
                    if (!match.passage().id().equals(lead.passage().id())) {
                        places.add(new Place(new Match(match.passage(), match.publishedAt(), lead.score()), rank));
                    }
                }
            }
        }
        return new RankedList(stage, weight, places);
    }

    /** With more places, which may be shared with those that are there. */
    RankedList and(List<Place> more) {
        List<Place> all = new ArrayList<>(places);
        all.addAll(more);
        return new RankedList(stage, weight, all);
    }
}
