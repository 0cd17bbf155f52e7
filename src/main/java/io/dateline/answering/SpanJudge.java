package io.dateline.answering;

/**
 * How much speaks for a span: two sums of what is known about it, both in log-odds.
 *
 * <p>The weights were fitted to the tune part of RealTimeQA's searched questions, retrieved from the whole archive: those of the choice
 * by maximum likelihood of the spans that share half their words with a right answer, among all spans of a question; those of the
 * confidence by logistic regression on the chosen span, half of the time with every passage withheld that holds the answer.
 */
final class SpanJudge {

    /** More articles that agree say no more. */
    private static final double MOST_AGREEMENT = 3;

    private SpanJudge() {}

    /**
     * What is known about a span.
     *
     * @param logOdds of being right, as the reader sees it in its passage alone
     * @param behind how far retrieval puts its passage behind the best one, in reciprocal ranks, at most 0
     * @param agreement of other articles that give the same answer: the sum of how likely each is right
     * @param form 1 if it has the form the question asks for, -1 if not, 0 if none is asked for
     * @param repeated share of its words that stand in the question already, 0 to 1
     * @param coverage how much of the question its sentence has, doubted where a name is missing, 0 to 1
     */
    record Known(double logOdds, double behind, double agreement, int form, double repeated, double coverage) {

        Known {
            agreement = Math.min(MOST_AGREEMENT, agreement);
        }
    }

    /** To choose by among the spans of one question. */
    static double choice(Known span) {
        return 0.81 * span.logOdds()
                + 289 * span.behind()
                + 1.39 * span.agreement()
                + 1.07 * span.form()
                - 2.62 * span.repeated();
    }

    /** The probability that the chosen span answers the question. */
    static double confidence(Known span) {
        double logOdds = 0.61 * span.logOdds() + 369 * span.behind() + 1.13 * span.agreement() - 1.48;
        return 1 / (1 + Math.exp(-logOdds));
    }
}
