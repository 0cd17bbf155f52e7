package io.dateline.index;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/** A process that puts and commits articles until it is killed, and prints the id of each that is committed. */
public final class EndlessWriter {

    private EndlessWriter() {}

    public static void main(String[] arguments) {
        PrintStream acknowledged = System.out;
        int first = Integer.parseInt(arguments[1]);
        LuceneIndex index = LuceneIndex.open(Path.of(arguments[0]), Samples.MODEL, Clock.systemUTC());
        for (int i = first; i < Integer.MAX_VALUE; i++) {
            Samples.put(index, Samples.article("a" + i, "Title " + i, "Tariffs rise by " + i + ".\n\nMore follows."));
            index.commit();
            acknowledged.println(i);
            acknowledged.flush();
        }
    }
}
