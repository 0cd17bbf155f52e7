package io.dateline.index;

import io.dateline.corpus.BoilerplateLines;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which lines are boilerplate while the archive grows, and remembers which articles were cut before that was known.
 * For one thread.
 */
final class LineLearning {

    private static final Logger log = LoggerFactory.getLogger(LineLearning.class);

    /** Lines are counted when there are so many articles, and again whenever there are half as many more. */
    private static final int FIRST = 1_000;

    private static final double GROWN_MEANWHILE = 1.5;

    /** After a run, lines are counted if the archive has grown by a fiftieth. */
    private static final double GROWN = 1.02;

    private final Ledger ledger;
    private final BoilerplateLines boilerplate;
    private final Set<String> cutBefore = new HashSet<>();
    private boolean started;
    private int counted;

    LineLearning(Ledger ledger, BoilerplateLines boilerplate) {
        this.ledger = ledger;
        this.boilerplate = boilerplate;
    }

    /** Takes over what an earlier process had found out; its articles were cut by it. */
    void start(int articles) {
        if (!started) {
            boilerplate.learn(ledger.repeatedLines(BoilerplateLines.LEAST_ARTICLES));
            counted = articles;
            started = true;
        }
    }

    /** Whether, in the middle of a run, so many articles are worth counting the lines. */
    boolean isDue(int articles) {
        return articles >= Math.max(FIRST, GROWN_MEANWHILE * counted);
    }

    void afterwards(int articles) {
        if (articles > counted * GROWN) {
            count(articles);
        }
    }

    /** @param articles that there are, all of them in the ledger */
    void count(int articles) {
        Set<Long> before = boilerplate.known();
        Set<Long> now = ledger.repeatedLines(BoilerplateLines.LEAST_ARTICLES);
        boilerplate.learn(now);
        counted = articles;
        Set<Long> changed = new HashSet<>(now);
        changed.removeAll(before);
        before.stream().filter(line -> !now.contains(line)).forEach(changed::add);
        cutBefore.addAll(ledger.articlesWith(changed));
        if (!changed.isEmpty()) {
            log.info("{} lines that sites repeat are left out of the search", now.size());
        }
    }

    /** Ids of the articles that must be cut again; told once. */
    Set<String> cutBefore() {
        Set<String> all = Set.copyOf(cutBefore);
        cutBefore.clear();
        return all;
    }
}
