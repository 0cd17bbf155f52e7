package io.dateline.answering;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.index.ArticleIndex;
import java.util.Optional;

/**
 * Makes the short answer out of what was read: the words of the sentence, all parts of an enumeration where several are asked for,
 * quotations whole, a name in full, the day that relative words mean.
 */
final class ShortAnswers {

    private final ArticleIndex index;

    ShortAnswers(ArticleIndex index) {
        this.index = index;
    }

    /** Empty where the whole sentence is the answer. */
    Optional<Fact> of(QuestionAnalysis question, Reading reading) {
        Finding best = reading.findings().getFirst();
        return Optional.ofNullable(best.answer())
                .map(answer -> question.asksForSeveral() ? Enumeration.around(best.sentence(), answer) : answer)
                .map(words -> WholeQuotation.around(best.sentence(), words))
                .map(words -> new Fact(
                        text(words, best.evidence()),
                        best.sentence().text(),
                        best.cite(1, Citation.Verdict.SUPPORTED),
                        reading.confidence()));
    }

    private String text(Sentence answer, Evidence evidence) {
        String article = index.article(evidence.articleId()).map(Article::body).orElse("");
        return Dates.resolved(FullName.of(answer.text(), article), evidence.publishedAt());
    }
}
