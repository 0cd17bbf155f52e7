package io.dateline.answering;

import io.dateline.retrieval.QuestionTime;
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

    private static final Pattern THIS_MONTH =
            Pattern.compile("\\b(?:this|last|past) (?:past )?month\\b", Pattern.CASE_INSENSITIVE);

    /** In small letters: Will is a name. */
    private static final Pattern THIS_YEAR_OR_TO_COME = Pattern.compile("\\b(?:(?:this|next) year|will|upcoming)\\b");

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
        Optional<LocalDate> first =
                horizon(question.text()).flatMap(horizon -> newest(evidence).map(day -> day.minus(horizon)));
        boolean isOutOfDate = first.isPresent()
                && !reading.findings().isEmpty()
                && isBefore(first.get(), reading.findings().getFirst().evidence());
        return isOutOfDate ? new Reading(reading.findings(), OUT_OF_DATE * reading.confidence()) : reading;
    }

    private static Optional<Period> horizon(String question) {
        if (QuestionTime.isTheseDays(question) || THIS_MONTH.matcher(question).find()) {
            return Optional.of(OF_THESE_DAYS);
        }
        // What is to come in a year that is named may have been told years before.
        boolean isOfTheYear = THIS_YEAR_OR_TO_COME.matcher(question).find() && !QuestionTime.isNamedYear(question);
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
