package io.dateline.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code .jsonl} and {@code .ndjson}, also with {@code .gz}: one article a line. The file may be larger than memory;
 * only the ids are kept. A bad line costs that line alone.
 */
final class JsonLinesReader implements ArticleReader {

    /** Of one line, in bytes. */
    static final int LONGEST_LINE = 5 * 1024 * 1024;

    /** A file of which so many lines fail before the first article is something else. */
    private static final int MOST_FAILURES_AT_START = 20;

    /** More are counted, not listed. */
    private static final int MOST_LISTED = 100;

    private final JsonArticles articles = new JsonArticles();

    @Override
    public boolean accepts(Path file) {
        return FileName.has(file, ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz");
    }

    @Override
    public void read(Path file, Intake intake) {
        String name = FileName.of(file);
        int accepted = 0;
        int rejected = 0;
        List<Runnable> atStart = new ArrayList<>();
        KnownIds ids = new KnownIds();
        try (ByteLines lines = new ByteLines(GzipFile.open(file, intake::readUpTo), LONGEST_LINE)) {
            while (lines.next()) {
                try {
                    Article article = article(lines);
                    ids.add(article.id(), lines.number());
                    atStart.forEach(Runnable::run);
                    atStart.clear();
                    intake.accept(article);
                    accepted++;
                } catch (RejectedArticle e) {
                    String where = name + ":" + lines.number();
                    if (++rejected > MOST_LISTED) {
                        continue;
                    }
                    if (accepted > 0) {
                        intake.reject(where, e.why());
                        continue;
                    }
                    atStart.add(() -> intake.reject(where, e.why()));
                    if (rejected == MOST_FAILURES_AT_START) {
                        // The first says what is wrong with all of them.
                        atStart.getFirst().run();
                        intake.reject(
                                name,
                                "has no article in its first lines; the rest was not read. Each line must be a JSON object");
                        return;
                    }
                }
            }
            atStart.forEach(Runnable::run);
            if (accepted + rejected == 0) {
                intake.reject(name, "is empty; put an article into it or delete it");
            }
        } catch (IOException e) {
            atStart.forEach(Runnable::run);
            intake.reject(name, RejectedArticle.because(e).why());
        }
        if (rejected > MOST_LISTED) {
            intake.reject(
                    name,
                    "has " + (rejected - MOST_LISTED)
                            + " more lines that could not be read; correct those listed first");
        }
    }

    private Article article(ByteLines lines) throws RejectedArticle {
        if (lines.isTooLong()) {
            throw new RejectedArticle(
                    "is longer than " + LONGEST_LINE / 1024 / 1024 + " MB; one article fits on one line");
        }
        return articles.article(lines.line());
    }
}
