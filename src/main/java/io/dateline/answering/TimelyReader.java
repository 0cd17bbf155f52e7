package io.dateline.answering;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a question is about these days, "who resigned this week?", or about what is to come, doubts an answer that was written long before
 * the newest article that was found: who resigned two years ago is no answer. The newest stands for now, so that an old archive is not
 * refused as a whole.
 */
final class TimelyReader implements AnswerReader {

    /** Of the tune part's answers that are out of date by this reader one in five is right. */
    private static final double OUT_OF_DATE = 0.3;

    /** A weekday is not enough: it may be meant in what an old article tells. */
    private static final Pattern THESE_DAYS = Pattern.compile(
            "\\b(?:(?:this|last|past) (?:past )?(?:week|weekend|month)|last night|yesterday|today)\\b",
            Pattern.CASE_INSENSITIVE);

    /** In small letters: Will is a name. */
    private static final Pattern THIS_YEAR_OR_TO_COME = Pattern.compile("\\b(?:(?:this|next) year|will|upcoming)\\b");

    /** What is to come in a year that is named may have been told years before. */
    private static final Pattern YEAR = Pattern.compile("\\b(?:1[89]|20)\\d\\d\\b");

    /** News is told again for a month or two. */
    private static final Period OF_THESE_DAYS = Period.ofDays(60);

    private static final Period OF_A_YEAR = Period.ofYears(1);

    private final AnswerReader reader;

    TimelyReader(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Reading reading = reader.read(question, evidence);
        boolean isOutOfDate = horizon(question.text())
                .flatMap(horizon -> newest(evidence).map(day -> day.minus(horizon)))
                .filter(first ->
                        reading.findings().stream().limit(1).anyMatch(best -> isBefore(first, best.evidence())))
                .isPresent();
        return isOutOfDate ? new Reading(reading.findings(), OUT_OF_DATE * reading.confidence()) : reading;
    }

    private static Optional<Period> horizon(String question) {
        if (THESE_DAYS.matcher(question).find()) {
            return Optional.of(OF_THESE_DAYS);
        }
        boolean isOfTheYear = THIS_YEAR_OR_TO_COME.matcher(question).find()
                && !YEAR.matcher(question).find();
        return isOfTheYear ? Optional.of(OF_A_YEAR) : Optional.empty();
    }

    private static Optional<LocalDate> newest(List<Evidence> evidence) {
        return evidence.stream()
                .map(Evidence::publishedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** What has no day may be new. */
    private static boolean isBefore(LocalDate first, Evidence passage) {
        return passage.publishedAt() != null && passage.publishedAt().isBefore(first);
    }
}
