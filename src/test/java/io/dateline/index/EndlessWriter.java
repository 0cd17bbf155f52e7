package io.dateline.index;

import io.dateline.corpus.ArticleFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A process that takes up a folder of articles, and beside that puts and commits single ones, until it is killed. It prints the
 * number of each single one that is committed.
 */
public final class EndlessWriter {

    private EndlessWriter() {}

    /** @param arguments folder of the index, folder of the articles, first number */
    public static void main(String[] arguments) {
        PrintStream acknowledged = System.out;
        LuceneIndex index =
                LuceneIndex.open(Path.of(arguments[0]), Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
        FolderSource folder = new FolderSource(new ArticleFolder(Path.of(arguments[1])));
        Thread.ofPlatform().daemon().start(() -> new FolderSync<>(folder, index, Samples::passages).run());
        for (int i = Integer.parseInt(arguments[2]); i < Integer.MAX_VALUE; i++) {
            long life = index.life();
            Samples.put(index, Samples.article("a" + i, "Title " + i, "Tariffs rise by " + i + ".\n\nMore follows."));
            index.commit(life);
            acknowledged.println(i);
            acknowledged.flush();
        }
    }
}
