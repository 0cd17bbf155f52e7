package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.ArticleReader;
import io.dateline.index.ArticleSource.SourceFile;
import io.dateline.index.Ledger.FileEntry;
import io.dateline.index.Ledger.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What one file holds: passes on the articles that are new or changed, and keeps account of the rest. */
final class FileIntake implements ArticleReader.Intake {

    private final SourceFile file;
    private final KnownArticles known;
    private final Predicate<String> stillThere;
    private final Changed changed;
    private final Runnable progressed;
    private final Set<String> seen = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int rejected;
    private int unchanged;
    private boolean yielded;
    private long bytesRead;

    /**
     * @param stillThere whether the origin of an article may still claim it
     * @param changed takes the articles that the index does not have in this version
     * @param progressed runs now and then while a large file is read
     */
    FileIntake(
            SourceFile file, KnownArticles known, Predicate<String> stillThere, Changed changed, Runnable progressed) {
        this.file = file;
        this.known = known;
        this.stillThere = stillThere;
        this.changed = changed;
        this.progressed = progressed;
    }

    interface Changed {
        void put(Article article, FileIntake intake);
    }

    @Override
    public void accept(Article article) {
        Known there = known.get(article.id());
        if (seen.contains(article.id())) {
            reject(
                    file.path(),
                    "holds two articles with the id " + article.id() + "; the second needs an id of its own");
        } else if (there == null) {
            seen.add(article.id());
            changed.put(article, this);
        } else if (!there.origin().equals(file.path()) && stillThere.test(there.origin())) {
            yielded = true;
            reject(
                    file.path(),
                    "holds the article " + article.id() + ", which is already there from " + there.origin()
                            + "; give one of the two another id, or remove it");
        } else {
            seen.add(article.id());
            if (there.equals(new Known(file.path(), article.version()))) {
                unchanged++;
            } else {
                changed.put(article, this);
            }
        }
    }

    @Override
    public void readUpTo(long bytes) {
        bytesRead = bytes;
        progressed.run();
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public void reject(String where, String why) {
        rejected++;
        if (rejections.size() < FileEntry.MOST_REJECTIONS) {
            rejections.add(new Rejection(where, why));
        }
    }

    SourceFile file() {
        return file;
    }

    /** Ids of the articles that the file holds and may keep. */
    Set<String> seen() {
        return seen;
    }

    int unchanged() {
        return unchanged;
    }

    int rejected() {
        return rejected;
    }

    FileEntry entry() {
        return new FileEntry(file.path(), file.fingerprint(), yielded, rejections, rejected);
    }
}
