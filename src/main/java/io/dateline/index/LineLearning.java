package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.BoilerplateLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which lines are boilerplate while the archive grows: by estimate during a run, so that few articles are cut before it is known,
 * by counting at its end. Remembers which articles these were. For one thread.
 */
final class LineLearning {

    private static final Logger log = LoggerFactory.getLogger(LineLearning.class);

    /** After a run in which no line was learned, lines are counted if the archive has grown by a fiftieth. */
    private static final double GROWN = 1.02;

    private final Ledger ledger;
    private final BoilerplateLines boilerplate;
    private final LineSketch sketch = new LineSketch();

    /** Those learned since they were counted, with how many had been before each. */
    private final Map<Long, Integer> learned = new HashMap<>();

    /** With how many of the learned ones known each article was cut since then, by its id. */
    private final Map<String, Integer> cutWith = new HashMap<>();

    private final Set<String> cutBefore = new HashSet<>();
    private Set<Long> counted = Set.of();
    private boolean started;
    private int articlesCounted;

    LineLearning(Ledger ledger, BoilerplateLines boilerplate) {
        this.ledger = ledger;
        this.boilerplate = boilerplate;
    }

    /** Begins a run. The first one takes over what an earlier process had found out; its articles were cut by it. */
    void start(int articles) {
        sketch.clear();
        if (!started) {
            counted = ledger.repeatedLines(BoilerplateLines.LEAST_ARTICLES);
            boilerplate.learn(counted);
            articlesCounted = articles;
            started = true;
        }
    }

    /**
     * Looks at an article that is about to be cut.
     *
     * @param isNew not another version of one that was looked at
     */
    void see(Article article, boolean isNew) {
        if (isNew) {
            for (long line : BoilerplateLines.keys(article)) {
                if (sketch.add(line) >= BoilerplateLines.LEAST_ARTICLES && boilerplate.learn(line)) {
                    learned.put(line, learned.size());
                }
            }
        }
        cutWith.put(article.id(), learned.size());
    }

    /** @param articles that there are, all of them in the ledger */
    void afterwards(int articles) {
        if (learned.isEmpty() && articles <= articlesCounted * GROWN) {
            return;
        }
        Set<Long> now = ledger.repeatedLines(BoilerplateLines.LEAST_ARTICLES);
        Set<Long> changed = new HashSet<>(learned.keySet());
        changed.addAll(now);
        changed.addAll(counted);
        changed.removeIf(line -> now.contains(line) && counted.contains(line));
        cutBefore.addAll(ledger.articlesWith(changed, (id, line) -> !now.contains(line) || !wasLeftOut(line, id)));
        boilerplate.learn(now);
        counted = now;
        articlesCounted = articles;
        learned.clear();
        cutWith.clear();
        if (!changed.isEmpty()) {
            log.info("{} lines that sites repeat are left out of the search", now.size());
        }
    }

    private boolean wasLeftOut(long line, String articleId) {
        Integer before = learned.get(line);
        return before != null && cutWith.getOrDefault(articleId, 0) > before;
    }

    /** Ids of the articles that must be cut again; told once. */
    Set<String> cutBefore() {
        Set<String> all = Set.copyOf(cutBefore);
        cutBefore.clear();
        return all;
    }
}
