package io.dateline.answering;

import io.dateline.index.ArticleIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What could be asked next about the article an answer came from. */
final class FollowUps {

    private static final int MOST = 3;

    private final ArticleIndex index;
    private final QuestionMaker maker;

    FollowUps(ArticleIndex index, QuestionMaker maker) {
        this.index = index;
        this.maker = maker;
    }

    /**
     * Up to three questions that are not the one just asked, about what stands behind the answer before all others.
     *
     * @param place where in the article's body the answer ends
     */
    List<String> after(QuestionAnalysis asked, String articleId, int place) {
        Set<String> words = asked.terms().stream().map(Term::stem).collect(Collectors.toSet());
        return index.article(articleId)
                .map(article -> maker.from(article, place).stream()
                        .filter(question -> !Term.of(question).stream().allMatch(t -> words.contains(t.stem())))
                        .limit(MOST)
                        .toList())
                .orElse(List.of());
    }
}
