package io.dateline.answering;

import io.dateline.index.ArticleIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
     * Up to three questions, about what stands behind the answer before all others; none that the conversation has asked already,
     * none that what was just quoted answers.
     *
     * @param asked the question just answered
     * @param quoted the answer's citations in order; the first one's article is asked about
     */
    List<String> after(String asked, List<Exchange> past, List<Citation> quoted) {
        if (quoted.isEmpty()) {
            return List.of();
        }
        Set<Set<String>> known = new HashSet<>();
        known.add(Term.stems(asked));
        past.forEach(exchange -> known.add(Term.stems(exchange.standalone())));
        String articleId = quoted.getFirst().articleId();
        List<Citation> here =
                quoted.stream().filter(c -> c.articleId().equals(articleId)).toList();
        return index.article(articleId)
                .map(article -> maker.from(article, here).stream()
                        .filter(question -> known.add(Term.stems(question)))
                        .limit(MOST)
                        .toList())
                .orElse(List.of());
    }
}
