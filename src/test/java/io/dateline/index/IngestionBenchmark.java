package io.dateline.index;

import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.SentenceSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * Prints how long an archive takes to be read until all of it can be searched by words, and beside it, in the same run, how long
 * {@link BareLucene} takes for the same passages. Arguments: a file of articles, a folder for scratch files, and how many times
 * each is done (3).
 */
public final class IngestionBenchmark {

    private final Path articles;
    private final Path scratch;
    private final int times;

    private IngestionBenchmark(Path articles, Path scratch, int times) {
        this.articles = articles;
        this.scratch = scratch;
        this.times = times;
    }

    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[1])), "ingestion");
        Path articles = Files.createDirectory(scratch.resolve("articles"));
        Path file = Path.of(arguments[0]);
        Files.copy(file, articles.resolve(file.getFileName()));
        try {
            new IngestionBenchmark(articles, scratch, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3).run();
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private void run() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        BareLucene bare = BareLucene.prepare(articles, scratch, cores);
        double[] ours = new double[times];
        double[] alone = new double[times];
        double[] together = new double[times];
        // In turns, so that what disturbs the machine disturbs all three.
        for (int i = 0; i < times; i++) {
            alone[i] = seconds(folder -> bare.index(folder, false));
            ours[i] = seconds(this::ingest);
            together[i] = seconds(folder -> bare.index(folder, true));
            say("run %d: Dateline %.1f s, bare Lucene %.1f s, on all cores %.1f s", i + 1, ours[i], alone[i], together[i]);
        }
        say("%d cores, medians of %d:", cores, times);
        say("Dateline, from the file to the search  %6.1f s", median(ours));
        say("bare Lucene, one thread                %6.1f s, ratio %.2f", median(alone), median(ours) / median(alone));
        say("bare Lucene, a thread a core           %6.1f s, ratio %.2f", median(together), median(ours) / median(together));
    }

    private void ingest(Path folder) {
        PassageSplitter splitter = new PassageSplitter(new SentenceSplitter());
        FolderSource source = new FolderSource(new ArticleFolder(articles));
        long began = System.nanoTime();
        try (LuceneIndex index = LuceneIndex.open(folder, Samples.MODEL, Clock.systemUTC())) {
            FolderSync.Report report = new FolderSync<>(source, index, splitter::split).run();
            ArticleIndex.Size size = index.size();
            if (size.articles() != report.put() || index.byWords("president", Filter.NONE, 1).isEmpty()) {
                throw new IllegalStateException("not everything can be searched: " + report + ", " + size);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            say("%,d articles, %,d passages: %,.0f articles/s", size.articles(), size.passages(), size.articles() / seconds);
        }
    }

    private interface Indexing {
        void into(Path folder) throws Exception;
    }

    private double seconds(Indexing indexing) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "index");
        System.gc();
        long began = System.nanoTime();
        indexing.into(folder);
        double seconds = (System.nanoTime() - began) / 1e9;
        FileSystemUtils.deleteRecursively(folder);
        return seconds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
