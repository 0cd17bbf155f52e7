package io.dateline.answering;

import io.dateline.answering.Answer.Status;
import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.index.ArticleIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the wish for a summary with sentences of the articles that are meant. */
final class ArticleSummaries {

    private final ArticleIndex index;
    private final Summariser summariser;
    private final QuotingComposer quoting;
    private final FollowUps followUps;

    ArticleSummaries(ArticleIndex index, Summariser summariser, QuotingComposer quoting, FollowUps followUps) {
        this.index = index;
        this.summariser = summariser;
        this.quoting = quoting;
        this.followUps = followUps;
    }

    /** @param evidence passages about the subject, if the wish named one */
    Answer answer(SummaryRequest wish, List<Evidence> evidence, List<Exchange> past, Draft draft) {
        List<Article> meant = meant(wish, evidence, past);
        if (meant.isEmpty()) {
            return wish.subject().isEmpty()
                    ? draft.say(Status.DECLINED, "Which article? Say “summarise” and some words of its headline.")
                    : draft.say(Status.NOT_FOUND, "Not in the archive: no article is about this.");
        }
        List<Finding> sentences = sentences(wish, meant);
        if (sentences.isEmpty()) {
            return draft.say(Status.NOT_FOUND, "The article is too short to be summarised.");
        }
        draft.sources(sources(sentences), meant.size());
        QuotingComposer.Composed composed = quoting.write(sentences, 1, draft.listener());
        draft.lap("compose");
        return draft.finish(
                composed.text(),
                composed.citations(),
                followUps.after("", past, composed.citations()),
                Answer.READER,
                null,
                null);
    }

    /** Of one article what it keeps coming back to, of several what each opens with. */
    private List<Finding> sentences(SummaryRequest wish, List<Article> articles) {
        if (articles.size() == 1) {
            Article article = articles.getFirst();
            return findings(article, summariser.summarise(article, wish.sentences()));
        }
        List<Term> subject = Term.of(wish.subject());
        return articles.stream()
                .sorted(order(wish.scope()))
                .flatMap(article -> findings(
                        article, summariser.opening(article, subject).stream().toList())
                        .stream())
                .toList();
    }

    private static List<Finding> findings(Article article, List<Sentence> sentences) {
        Evidence whole = whole(article, sentences);
        return sentences.stream()
                .map(sentence -> new Finding(whole, sentence, null, 1))
                .toList();
    }

    private static Comparator<Article> order(SummaryRequest.Scope scope) {
        Comparator<Article> oldestFirst = Comparator.comparing(article -> day(article.publishedAt()));
        return scope == SummaryRequest.Scope.LATEST ? oldestFirst.reversed() : oldestFirst;
    }

    private static Evidence whole(Article article, List<Sentence> sentences) {
        return new Evidence(
                article.id(),
                article.title(),
                article.url(),
                article.publisher(),
                article.publishedAt(),
                0,
                article.body(),
                sentences,
                0);
    }

    private static List<Source> sources(List<Finding> sentences) {
        Map<String, Finding> firsts = new LinkedHashMap<>();
        sentences.forEach(finding -> firsts.putIfAbsent(finding.evidence().articleId(), finding));
        List<Source> sources = new ArrayList<>();
        for (Finding first : firsts.values()) {
            sources.add(
                    first.evidence().source(sources.size() + 1, first.sentence().text()));
        }
        return sources;
    }

    /** What has no date counts as old. */
    private static LocalDate day(@Nullable LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }

    /** The articles the subject leads to; else the one the conversation is about; else the only one there is. */
    private List<Article> meant(SummaryRequest wish, List<Evidence> evidence, List<Exchange> past) {
        return wish.subject().isEmpty()
                ? talkedOf(past).stream().toList()
                : about(wish, evidence).stream()
                        .map(Evidence::articleId)
                        .distinct()
                        .limit(wish.scope() == SummaryRequest.Scope.ARTICLE ? 1 : wish.sentences())
                        .flatMap(id -> index.article(id).stream())
                        .toList();
    }

    private static List<Evidence> about(SummaryRequest wish, List<Evidence> evidence) {
        List<Evidence> all = wish.about(evidence);
        return wish.scope() == SummaryRequest.Scope.LATEST
                ? all.stream()
                        .sorted(Comparator.comparing((Evidence e) -> day(e.publishedAt()))
                                .reversed())
                        .toList()
                : all;
    }

    private Optional<Article> talkedOf(List<Exchange> past) {
        Optional<Article> talkedOf = past.reversed().stream()
                .flatMap(exchange -> exchange.answer().citations().stream())
                .findFirst()
                .flatMap(citation -> index.article(citation.articleId()));
        if (talkedOf.isPresent()) {
            return talkedOf;
        }
        List<Article> first = index.articles(0, 2);
        return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
    }
}
