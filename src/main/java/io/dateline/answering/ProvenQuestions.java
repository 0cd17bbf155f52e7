package io.dateline.answering;

import io.dateline.corpus.Article;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Suggests questions about the newest articles, after having asked them: only what is answered is suggested. */
final class ProvenQuestions implements SuggestedQuestions {

    /** Articles that are looked at; one may give several questions. */
    private static final int NEWEST = 4;

    /** Questions that are tried; each costs an answer. */
    private static final int MOST_TRIED = 12;

    private final ArticleIndex index;
    private final QuestionMaker maker;
    private final Answerer answerer;
    private volatile Known known = new Known(new ArticleIndex.Size(0, 0, 0, 0, null, null), 0, List.of());

    ProvenQuestions(ArticleIndex index, QuestionMaker maker, Answerer answerer) {
        this.index = index;
        this.maker = maker;
        this.answerer = answerer;
    }

    /** @param wanted how many were looked for; articles that give fewer are not asked again each time */
    private record Known(ArticleIndex.Size size, int wanted, List<String> questions) {}

    @Override
    public List<String> suggest(int most) {
        ArticleIndex.Size size = index.size();
        Known before = known;
        if (before.size.articles() != size.articles()
                || before.size.passages() != size.passages()
                || before.wanted < most) {
            before = new Known(size, most, find(most));
            known = before;
        }
        return before.questions.stream().limit(most).toList();
    }

    private List<String> find(int most) {
        Set<String> found = new LinkedHashSet<>();
        for (String candidate : candidates()) {
            if (found.size() < most && answers(candidate)) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    /** One question of each article in turn, so that the suggestions are about several. */
    private List<String> candidates() {
        List<List<String>> byArticle = new ArrayList<>();
        for (Article article : index.articles(0, NEWEST)) {
            List<String> questions = new ArrayList<>(maker.from(article));
            questions.addFirst("Summarise “" + article.title() + "”");
            byArticle.add(questions);
        }
        Set<String> mixed = new LinkedHashSet<>();
        for (int i = 0; mixed.size() < MOST_TRIED && i < MOST_TRIED; i++) {
            for (List<String> questions : byArticle) {
                if (i < questions.size()) {
                    mixed.add(questions.get(i));
                }
            }
        }
        return List.copyOf(mixed);
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
