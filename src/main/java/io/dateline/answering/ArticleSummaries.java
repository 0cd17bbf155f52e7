package io.dateline.answering;

import io.dateline.answering.Answer.Status;
import io.dateline.corpus.Article;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.ArticleIndex;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers the wish for a summary with sentences of the article that is meant. */
final class ArticleSummaries {

    private final ArticleIndex index;
    private final SentenceSplitter splitter;
    private final Summariser summariser;
    private final QuotingComposer quoting;
    private final FollowUps followUps;

    ArticleSummaries(
            ArticleIndex index,
            SentenceSplitter splitter,
            Summariser summariser,
            QuotingComposer quoting,
            FollowUps followUps) {
        this.index = index;
        this.splitter = splitter;
        this.summariser = summariser;
        this.quoting = quoting;
        this.followUps = followUps;
    }

    /** @param evidence passages about the subject, if the wish named one */
    Answer answer(SummaryRequest wish, List<Evidence> evidence, List<Exchange> past, Draft draft) {
        Optional<Article> meant = meant(wish, evidence, past);
        if (meant.isEmpty()) {
            return wish.subject().isEmpty()
                    ? draft.say(Status.DECLINED, "Which article? Say “summarise” and some words of its headline.")
                    : draft.say(Status.NOT_FOUND, "Not in the archive: no article is about this.");
        }
        Article article = meant.get();
        Evidence whole = new Evidence(
                article.id(),
                article.title(),
                article.url(),
                article.publisher(),
                article.publishedAt(),
                0,
                article.body(),
                splitter.split(article.body()),
                0);
        List<Finding> sentences = summariser.summarise(article, wish.sentences()).stream()
                .map(sentence -> new Finding(whole, sentence, null, 1))
                .toList();
        if (sentences.isEmpty()) {
            return draft.say(Status.NOT_FOUND, "The article is too short to be summarised.");
        }
        draft.sources(List.of(whole.source(1, sentences.getFirst().sentence().text())), 1);
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

    /** The passages that have all words of the subject, else those that have one. */
    private static List<Evidence> about(String subject, List<Evidence> evidence) {
        List<Term> words = Term.of(subject);
        List<Evidence> all = evidence.stream()
                .filter(e -> Mentions.in(List.of(e)).hasAll(words))
                .toList();
        return !all.isEmpty()
                ? all
                : evidence.stream()
                        .filter(e -> words.stream().anyMatch(Mentions.in(List.of(e))::has))
                        .toList();
    }

    /** What has no date counts as old. */
    private static LocalDate day(Evidence evidence) {
        return evidence.publishedAt() == null ? LocalDate.MIN : evidence.publishedAt();
    }

    /** The article the subject leads to; else the one the conversation is about; else the only one there is. */
    private Optional<Article> meant(SummaryRequest wish, List<Evidence> evidence, List<Exchange> past) {
        if (!wish.subject().isEmpty()) {
            List<Evidence> about = about(wish.subject(), evidence);
            Optional<Evidence> chosen = wish.latest()
                    ? about.stream().max(Comparator.comparing(ArticleSummaries::day))
                    : about.stream().findFirst();
            return chosen.flatMap(e -> index.article(e.articleId()));
        }
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
