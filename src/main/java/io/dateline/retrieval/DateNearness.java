package io.dateline.retrieval;

import io.dateline.retrieval.Hit.StageRank;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prefers articles published shortly before the day a question is asked as of: people ask about the news of these days, as long as
 * they do not name another time. An undated article, or one of more than {@value #RECENT} days, keeps its score, so an archive of old
 * articles is ranked as if there were no dates.
 *
 * <p>What nearness adds is measured in the ranks of {@link ReciprocalRankFusion}: an article of the last fortnight gains what it would
 * by being 28th in one more list. The steps were fitted to the two thirds of RealTimeQA's searched questions that are kept for tuning,
 * by maximum likelihood of the passages that hold the answer.
 */
final class DateNearness {

    private static final int FORTNIGHT = 14;
    private static final int MONTH = 30;
    private static final int RECENT = 120;

    private static final double OF_A_FORTNIGHT = 0.0114;
    private static final double OF_A_MONTH = 0.0042;
    private static final double OF_RECENT = 0.0020;

    /** A year, or a month with one: the question is not about now. */
    private static final Pattern ANOTHER_TIME = Pattern.compile("\\b(1[89]\\d\\d|20\\d\\d)\\b");

    private static final Comparator<Fused> BEST_FIRST = Comparator.comparingDouble(Fused::score)
            .reversed()
            .thenComparing(fused -> fused.passage().id());

    private DateNearness() {}

    /** Whether the day the question is asked on says anything about the day of what it asks for. */
    static boolean matters(String question) {
        return !ANOTHER_TIME.matcher(question).find();
    }

    /** Best first, ties by passage id; as they were, and not explained, when no article is near. */
    static List<Fused> apply(List<Fused> ranked, LocalDate asOf) {
        if (ranked.stream().allMatch(fused -> bonus(fused.publishedAt(), asOf) == 0)) {
            return ranked;
        }
        List<Fused> sorted = ranked.stream()
                .map(fused -> fused.withScore(fused.score() + bonus(fused.publishedAt(), asOf)))
                .sorted(BEST_FIRST)
                .toList();
        List<Fused> explained = new ArrayList<>(sorted.size());
        for (Fused fused : sorted) {
            double bonus = bonus(fused.publishedAt(), asOf);
            explained.add(fused.explained(new StageRank(Stage.DATE.label(), explained.size() + 1, bonus)));
        }
        return explained;
    }

    static double bonus(@Nullable LocalDate publishedAt, LocalDate asOf) {
        if (publishedAt == null) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(publishedAt, asOf);
        if (days <= FORTNIGHT) {
            return OF_A_FORTNIGHT;
        }
        if (days <= MONTH) {
            return OF_A_MONTH;
        }
        return days <= RECENT ? OF_RECENT : 0;
    }
}
