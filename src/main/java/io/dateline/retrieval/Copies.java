package io.dateline.retrieval;

import io.dateline.corpus.Article;
import io.dateline.corpus.Likeness;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Fingerprint;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has one article stand for all that carry its text, so that six papers that print one agency's report are not six reports. The
 * earliest stands, since it is the nearest to what it tells of; a dated one before an undated one; by id among equals. What only
 * a copy has, a paragraph added later for example, is left in its place.
 *
 * <p>Found out for the candidates of each search, and not written down when articles come in: when the one that stands is
 * deleted, changed, or later than "as of", the next one stands, and the order of coming in means nothing.
 */
final class Copies {

    /** Of fingerprints; low, since it only saves comparing the texts. */
    private static final double LEAST_LIKENESS_OF_FINGERPRINTS = 0.2;

    /**
     * Of texts. On RealTimeQA's archive pairs above it tell the same in the same words; below it stand different news that share a
     * long list of links, and stories of a series that share a form.
     */
    private static final double LEAST_LIKENESS = 0.8;

    /** "When does Mardi Gras begin?" comes every year with a few words changed; copies appear within days. */
    private static final int MOST_DAYS_APART = 7;

    /** Of two passages. Copies may be cut in different places, so that one passage lies half in each of two. */
    private static final double LEAST_OVERLAP = 0.4;

    private static final Comparator<Article> STANDS_FIRST = Comparator.comparing(
                    Article::publishedAt, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Article::id);

    private final ArticleIndex index;
    private final Map<String, Optional<Article>> articles = new HashMap<>();
    private final Map<String, Likeness> texts = new HashMap<>();

    private Copies(ArticleIndex index) {
        this.index = index;
    }

    /**
     * @param ranked best first, without what others stand for
     * @param others for each article that has copies among the candidates, how many
     */
    record Collapsed(List<Fused> ranked, Map<String, Integer> others) {}

    static Collapsed collapse(List<Fused> ranked, ArticleIndex index) {
        Copies copies = new Copies(index);
        Map<String, Group> groups = copies.groups(ranked);
        return groups.isEmpty() ? new Collapsed(ranked, Map.of()) : copies.collapsed(ranked, groups);
    }

    private record Kept(Likeness text, int at) {}

    /** An article and its copies, the one that stands first, and which of their passages are kept. */
    private static final class Group {

        private final List<Article> members = new ArrayList<>();
        private final List<Kept> kept = new ArrayList<>();

        private int rank(Fused fused) {
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).id().equals(fused.passage().articleId())) {
                    return i;
                }
            }
            throw new IllegalStateException(
                    "no copy has the passage " + fused.passage().id());
        }
    }

    /** By the id of each article that has copies. */
    private Map<String, Group> groups(List<Fused> ranked) {
        Set<String> ids = new LinkedHashSet<>();
        ranked.forEach(fused -> ids.add(fused.passage().articleId()));
        Map<String, Fingerprint> fingerprints = index.fingerprints(ids);
        Map<String, Group> byFirst = new LinkedHashMap<>();
        Map<String, Group> groups = new HashMap<>();
        for (String id : ids) {
            Fingerprint own = fingerprints.get(id);
            if (own == null) {
                continue;
            }
            Optional<Group> group = byFirst.entrySet().stream()
                    .filter(first -> isCopy(id, own, first.getKey(), fingerprints))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (group.isEmpty()) {
                byFirst.put(id, new Group());
            } else {
                article(id).ifPresent(group.get().members::add);
            }
        }
        byFirst.forEach((first, group) -> {
            if (!group.members.isEmpty()) {
                article(first).ifPresent(group.members::add);
                group.members.sort(STANDS_FIRST);
                group.members.forEach(member -> groups.put(member.id(), group));
            }
        });
        return groups;
    }

    private Optional<Article> article(String id) {
        return articles.computeIfAbsent(id, index::article);
    }

    private boolean isCopy(String id, Fingerprint own, String other, Map<String, Fingerprint> fingerprints) {
        Fingerprint theirs = fingerprints.get(other);
        if (theirs == null || own.likeness(theirs) < LEAST_LIKENESS_OF_FINGERPRINTS) {
            return false;
        }
        Optional<Article> one = article(id);
        Optional<Article> two = article(other);
        return one.isPresent()
                && two.isPresent()
                && areNear(one.get(), two.get())
                && text(one.get()).to(text(two.get())) >= LEAST_LIKENESS;
    }

    private Optional<Passage> passage(Fused fused) {
        return article(fused.passage().articleId()).flatMap(fused.passage()::in);
    }

    private Likeness text(Article article) {
        return texts.computeIfAbsent(article.id(), id -> Likeness.of(article.body()));
    }

    private static boolean areNear(Article one, Article two) {
        LocalDate day = one.publishedAt();
        LocalDate other = two.publishedAt();
        return day == null || other == null || Math.abs(ChronoUnit.DAYS.between(day, other)) <= MOST_DAYS_APART;
    }

    private Collapsed collapsed(List<Fused> ranked, Map<String, Group> groups) {
        List<Fused> kept = new ArrayList<>();
        for (Fused fused : ranked) {
            Group group = groups.get(fused.passage().articleId());
            Optional<Passage> passage = group == null ? Optional.empty() : passage(fused);
            if (group == null || passage.isEmpty()) {
                kept.add(fused);
                continue;
            }
            Likeness text = Likeness.of(passage.get().text());
            Optional<Kept> same = group.kept.stream()
                    .filter(one ->
                            isOther(kept.get(one.at()), fused) && one.text().overlap(text) >= LEAST_OVERLAP)
                    .findFirst();
            if (same.isEmpty()) {
                group.kept.add(new Kept(text, kept.size()));
                kept.add(fused);
            } else {
                Fused before = kept.get(same.get().at());
                if (group.rank(fused) < group.rank(before)) {
                    // In the place of the copy that was found first: with its score, and with the ranks of its own.
                    kept.set(same.get().at(), fused.withScore(before.score()));
                }
            }
        }
        Map<String, Integer> others = groups.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().members.size() - 1));
        return new Collapsed(kept, others);
    }

    private static boolean isOther(Fused one, Fused two) {
        return !one.passage().articleId().equals(two.passage().articleId());
    }
}
