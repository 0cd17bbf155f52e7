package io.dateline.answering;

import io.dateline.corpus.Article;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suggests questions about the newest articles, after having asked them: only what is answered is suggested. Asking takes its time,
 * so it goes on in the background; until it is done the suggestions are those of the archive as it was.
 */
final class ProvenQuestions implements SuggestedQuestions {

    /** Articles that are looked at; one may give several questions. */
    private static final int NEWEST = 12;

    /** Questions that are tried; each costs an answer. */
    private static final int MOST_TRIED = 16;

    /** How long the first who asks waits, when there is nothing to suggest yet. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(ProvenQuestions.class);

    private final ArticleIndex index;
    private final QuestionMaker maker;
    private final Answerer answerer;

    private volatile List<String> known = List.of();
    private ArticleIndex.@Nullable Size searched;
    private int wanted;
    private CompletableFuture<List<String>> search = CompletableFuture.completedFuture(List.of());

    ProvenQuestions(ArticleIndex index, QuestionMaker maker, Answerer answerer) {
        this.index = index;
        this.maker = maker;
        this.answerer = answerer;
    }

    @Override
    public List<String> suggest(int most) {
        CompletableFuture<List<String>> latest = search(most);
        List<String> questions = known.isEmpty() ? awaited(latest) : known;
        return questions.stream().limit(most).toList();
    }

    /** The search that runs, or the last one when the archive is as it was then; articles that give few are not asked again. */
    private synchronized CompletableFuture<List<String>> search(int most) {
        ArticleIndex.Size size = index.size();
        boolean outdated = searched == null
                || searched.articles() != size.articles()
                || searched.passages() != size.passages()
                || wanted < most;
        if (search.isDone() && outdated) {
            searched = size;
            wanted = most;
            search = CompletableFuture.supplyAsync(
                            () -> find(most),
                            task -> Thread.ofVirtual().name("suggestions").start(task))
                    .whenComplete((found, fault) -> {
                        if (fault == null) {
                            known = found;
                        } else {
                            LOG.warn("No questions could be suggested: {}", fault.toString());
                        }
                    });
        }
        return search;
    }

    private static List<String> awaited(CompletableFuture<List<String>> search) {
        return search.copy()
                .completeOnTimeout(List.of(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(fault -> List.of())
                .join();
    }

    private List<String> find(int most) {
        Set<String> found = new LinkedHashSet<>();
        for (String candidate : candidates()) {
            boolean isOfItsOwn = found.stream().noneMatch(other -> says(other, candidate) || says(candidate, other));
            if (found.size() < most && isOfItsOwn && answers(candidate)) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    /** Whether one asks what the other does and perhaps more: "what did Xi say?" beside "what did Xi say about China?". */
    private static boolean says(String question, String less) {
        return Term.stems(question).containsAll(Term.stems(less));
    }

    /** A summary of the newest article, then one question of each article in turn, so that they are about several; then more summaries. */
    private List<String> candidates() {
        List<Article> newest = index.articles(0, NEWEST);
        List<List<String>> byArticle = newest.stream().map(maker::from).toList();
        List<String> summaries = newest.stream()
                .map(article -> "Summarise “" + article.title() + "”")
                .toList();
        Set<String> mixed = new LinkedHashSet<>(summaries.subList(0, Math.min(1, summaries.size())));
        for (int i = 0; mixed.size() < MOST_TRIED && i < MOST_TRIED; i++) {
            for (List<String> questions : byArticle) {
                if (i < questions.size()) {
                    mixed.add(questions.get(i));
                }
            }
        }
        mixed.addAll(summaries);
        return List.copyOf(mixed).subList(0, Math.min(mixed.size(), MOST_TRIED));
    }

    private boolean answers(String text) {
        try {
            Question question = new Question(UUID.randomUUID().toString(), null, text, Filter.NONE);
            return answerer.answer(question, List.of(), event -> {}).status() == Answer.Status.ANSWERED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
