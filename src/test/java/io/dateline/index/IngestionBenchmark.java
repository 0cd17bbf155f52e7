package io.dateline.index;

import com.sun.management.OperatingSystemMXBean;
import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.BoilerplateLines;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.SentenceSplitter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        List<Cost> ours = new ArrayList<>();
        List<Cost> alone = new ArrayList<>();
        List<Cost> together = new ArrayList<>();
        // In turns, so that what disturbs the machine disturbs all three.
        for (int i = 0; i < times; i++) {
            alone.add(cost(folder -> bare.index(folder, false)));
            ours.add(cost(this::ingest));
            together.add(cost(folder -> bare.index(folder, true)));
            System.out.printf(
                    Locale.ROOT,
                    "run %d: Dateline %s, bare Lucene %s, on all cores %s%n",
                    i + 1,
                    ours.get(i),
                    alone.get(i),
                    together.get(i));
        }
        System.out.printf(Locale.ROOT, "%d cores, medians of %d:%n", cores, times);
        Cost median = median(ours);
        System.out.printf(Locale.ROOT, "Dateline, from the file to the search  %s%n", median);
        System.out.printf(
                Locale.ROOT,
                "bare Lucene, one thread                %s, ratio %s%n",
                median(alone),
                median.ratio(median(alone)));
        System.out.printf(
                Locale.ROOT,
                "bare Lucene, a thread a core           %s, ratio %s%n",
                median(together),
                median.ratio(median(together)));
    }

    /** @param cpu of all threads, which other programs on the machine disturb less */
    private record Cost(double seconds, double cpu) {

        String ratio(Cost other) {
            return String.format(Locale.ROOT, "%.2f (CPU %.2f)", seconds / other.seconds, cpu / other.cpu);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%6.1f s (CPU %5.1f s)", seconds, cpu);
        }
    }

    private void ingest(Path folder) {
        BoilerplateLines boilerplate = new BoilerplateLines();
        PassageSplitter splitter = new PassageSplitter(new SentenceSplitter(), boilerplate);
        FolderSource source = new FolderSource(new ArticleFolder(articles));
        long began = System.nanoTime();
        try (LuceneIndex index = LuceneIndex.open(folder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC())) {
            FolderSync.Report report = new FolderSync<>(source, index, splitter::split, boilerplate).run();
            ArticleIndex.Size size = index.size();
            if (size.articles() != report.put()
                    || index.byWords("president", Filter.NONE, 1).isEmpty()) {
                throw new IllegalStateException("not everything can be searched: " + report + ", " + size);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d articles, %,d passages: %,.0f articles/s%n",
                    size.articles(),
                    size.passages(),
                    size.articles() / seconds);
        }
    }

    private interface Indexing {
        void into(Path folder) throws Exception;
    }

    private Cost cost(Indexing indexing) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "index");
        System.gc();
        long began = System.nanoTime();
        long cpu = cpuNanos();
        indexing.into(folder);
        Cost cost = new Cost((System.nanoTime() - began) / 1e9, (cpuNanos() - cpu) / 1e9);
        FileSystemUtils.deleteRecursively(folder);
        return cost;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::seconds))
                .toList()
                .get(costs.size() / 2);
    }
}
