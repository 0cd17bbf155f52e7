package io.dateline.retrieval;

import io.dateline.retrieval.Hit.StageRank;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prefers articles published shortly before the day a question is asked as of: people ask about the news of these days, as long as
 * they do not name another time. An undated article, or one of more than {@value #RECENT} days, keeps its score, so an archive of old
 * articles is ranked as if there were no dates. Where a question is about how things are now ("who is the prime minister?"), what is
 * older counts less from year to year. Where it speaks of these days ("this week", "on Monday"), nearness counts twice.
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

    /** "Who is the prime minister?", "Is she still in office?" */
    private static final Pattern ABOUT_NOW = Pattern.compile(
            "^(?:and )?(?:who|what|where|which)(?:['’]s| is| are) (?:the|our|its|his|her|their)\\b"
                    + "|\\b(?:currently|current|nowadays|still|now|these days|at the moment)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b", Pattern.CASE_INSENSITIVE);

    /** 1, 1.5, 2 and 3 were tried on the tune part. */
    private static final double OF_THESE_DAYS_MORE = 2;

    /** What an article of today would gain for a question about now by this alone; half of it for each year. Set by hand. */
    private static final double OF_NOW = 0.006;

    private static final double YEAR = 365.25;

    private static final Comparator<Fused> BEST_FIRST = Comparator.comparingDouble(Fused::score)
            .reversed()
            .thenComparing(fused -> fused.passage().id());

    private final boolean aboutNow;
    private final double weight;
    private final LocalDate asOf;

    private DateNearness(String question, LocalDate asOf) {
        aboutNow = ABOUT_NOW.matcher(question).find();
        boolean isOfTheseDays =
                QuestionTime.isTheseDays(question) || WEEKDAY.matcher(question).find();
        weight = isOfTheseDays ? OF_THESE_DAYS_MORE : 1;
        this.asOf = asOf;
    }

    /** Empty where the day the question is asked on says nothing about the day of what it asks for. */
    static Optional<DateNearness> of(String question, LocalDate asOf) {
        return QuestionTime.isNamedYear(question) ? Optional.empty() : Optional.of(new DateNearness(question, asOf));
    }

    /** Best first, ties by passage id; as they were, and not explained, when no article is near. */
    List<Fused> apply(List<Fused> ranked) {
        if (ranked.stream().allMatch(fused -> bonus(fused.publishedAt()) == 0)) {
            return ranked;
        }
        List<Fused> sorted = ranked.stream()
                .map(fused -> fused.withScore(fused.score() + bonus(fused.publishedAt())))
                .sorted(BEST_FIRST)
                .toList();
        List<Fused> explained = new ArrayList<>(sorted.size());
        for (Fused fused : sorted) {
            explained.add(fused.explained(
                    new StageRank(Stage.DATE.label(), explained.size() + 1, bonus(fused.publishedAt()))));
        }
        return explained;
    }

    private double bonus(@Nullable LocalDate publishedAt) {
        if (publishedAt == null) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(publishedAt, asOf);
        double near = weight
                * (days <= FORTNIGHT ? OF_A_FORTNIGHT : days <= MONTH ? OF_A_MONTH : days <= RECENT ? OF_RECENT : 0);
        return aboutNow ? Math.max(near, OF_NOW * Math.pow(2, -days / YEAR)) : near;
    }
}
