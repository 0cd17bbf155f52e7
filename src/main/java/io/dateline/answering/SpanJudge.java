package io.dateline.answering;

/**
 * How much speaks for a span: two sums of what is known about it, both in log-odds.
 *
 * <p>The weights were fitted by {@code src/reader-training/judge.py} to questions of the tune part of RealTimeQA's searched ones, retrieved
 * from the whole archive: those of the choice by maximum likelihood of the spans that share half their words with a right answer, among all
 * spans of a question, and then, in coarse steps, by how well the confidence tells right from wrong; those of the confidence by logistic
 * regression on the chosen span: with every article withheld that holds the answer and without, asked as of their day and as of years
 * later, of all articles and of one or three of them, and to questions that news does not answer. Where retrieval puts the passage adds nothing to that, nor does what {@link SentenceReader} thinks.
 */
final class SpanJudge {

    /** More articles that agree say no more. */
    private static final double MOST_AGREEMENT = 3;

    private SpanJudge() {}

    /**
     * What is known about a span.
     *
     * @param logOdds of being right, as the reader sees it in its passage alone
     * @param older what retrieval gives its passage less for its day than the most recent one, in reciprocal ranks, at most 0
     * @param inHeadline whether the headline of its article has its words
     * @param inHeadlines whether the headline of an article that was read, its own or another, has them
     * @param agreement of other articles that give the same answer: the sum of how likely each is right
     * @param form 1 if it has the form the question asks for, -1 if not, 0 if none is asked for
     * @param type 1 if it is of the {@link AnswerType} that the question names, -1 if not, 0 if that cannot be told or none is named
     * @param repeated share of its words that stand in the question already, 0 to 1
     * @param coverage how much of the question its sentence has, doubted where a name is missing, 0 to 1
     * @param passageCoverage how much of the question its passage and the headline have, 0 to 1
     * @param articles that were read, at least 1: the best of many is surer by chance, and where there is one none can agree
     */
    record Known(
            double logOdds,
            double older,
            double agreement,
            boolean inHeadline,
            boolean inHeadlines,
            int form,
            int type,
            double repeated,
            double coverage,
            double passageCoverage,
            int articles) {

        Known {
            agreement = Math.min(MOST_AGREEMENT, agreement);
        }
    }

    /** To choose by among the spans of one question. */
    static double choice(Known span) {
        return 0.9 * span.logOdds()
                + 217 * span.older()
                + 0.8 * span.agreement()
                + span.form()
                + 3 * span.type()
                - 3 * span.repeated()
                + 2 * span.coverage()
                + (span.inHeadlines() ? 0.3 : 0);
    }

    /**
     * The probability that the span answers the question.
     *
     * @param share of the answer among all that were read, by what they are chosen by, 0 to 1
     */
    static double confidence(Known span, double share) {
        double logOdds = 0.55 * span.logOdds()
                + 96 * span.older()
                + 0.63 * span.agreement()
                + (span.inHeadline() ? 0.8 : 0)
                + (span.inHeadlines() ? 0.64 : 0)
                + 1.38 * span.passageCoverage()
                + 1.65 * share
                - 0.42 * Math.log(span.articles())
                - 1.6;
        return 1 / (1 + Math.exp(-logOdds));
    }
}
