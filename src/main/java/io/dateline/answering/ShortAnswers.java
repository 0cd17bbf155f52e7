package io.dateline.answering;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.index.ArticleIndex;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the short answer out of what was read: the words of the sentence, all parts of an enumeration where several are asked for,
 * quotations whole, a name in full, the day that relative words mean.
 */
final class ShortAnswers {

    /** A name, a place, a day or a number is not longer; what is was cut wrong, and its sentence says it better. */
    private static final int MOST_WORDS = 12;

    private static final Set<QuestionKind> SENTENCES = Set.of(QuestionKind.REASON, QuestionKind.MANNER);

    private final ArticleIndex index;

    ShortAnswers(ArticleIndex index) {
        this.index = index;
    }

    /** Empty where the whole sentence is the answer, as it is to "why" and "how": a few words of it would leave out whose reason it is. */
    Optional<Fact> of(QuestionAnalysis question, Reading reading) {
        Finding best = reading.findings().getFirst();
        return Optional.ofNullable(best.answer())
                .filter(answer -> !SENTENCES.contains(question.kind()))
                .map(answer -> question.asksForSeveral() ? Enumeration.around(best.sentence(), answer) : answer)
                .map(words -> WholeQuotation.around(best.sentence(), words))
                .filter(words -> AnswerSpotter.form(question, words.text()) == 0
                        ? saysSomething(words.text())
                        : isShort(words.text()))
                .map(words -> new Fact(
                        text(question, words, best),
                        best.sentence().text(),
                        best.cite(1, Citation.Verdict.SUPPORTED),
                        reading.confidence()));
    }

    /** "Doing so" points at words before it, which the sentence shows. */
    private static boolean saysSomething(String words) {
        return !Term.of(words).isEmpty();
    }

    private static boolean isShort(String words) {
        return words.split("\\s+", MOST_WORDS + 1).length <= MOST_WORDS;
    }

    private String text(QuestionAnalysis question, Sentence answer, Finding finding) {
        // Asked who somebody is, "Speaker" is the answer and not the end of a name.
        return question.kind() == QuestionKind.PERSON
                        && WhoSomebodyIs.askedBy(question).isEmpty()
                ? inFull(answer, finding.evidence())
                : Dates.resolved(answer, finding.sentence(), finding.evidence().publishedAt());
    }

    private String inFull(Sentence answer, Evidence evidence) {
        return FullName.of(
                answer.text(),
                index.article(evidence.articleId()).map(Article::body).orElse(""));
    }
}
