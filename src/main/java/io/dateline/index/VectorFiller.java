package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.inference.Embeddings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every passage that is to have one its vector, behind whatever else goes on: passages are found by words meanwhile. It looks in the index
 * for what is missing, so a restart carries on where the last commit was.
 */
final class VectorFiller implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(VectorFiller.class);

    /**
     * Looked up at a time: enough that looking costs little beside embedding, few enough that new articles wait half a minute, and that
     * little is made in vain when an archive outgrows a vector for each passage.
     */
    private static final int LOOKED_UP = 1_000;

    /**
     * Embedded at a time: a tenth of a second on two cores, so that a question soon has the cores for itself. While somebody asks it is
     * one, on one core.
     */
    private static final int EMBEDDED = 8;

    private static final Duration BETWEEN_COMMITS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMillis(300);

    /** Under a steady stream of questions vectors are still made, at about a quarter of the pace. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(60);

    private final LuceneIndex index;
    private final Embeddings embeddings;
    private final Signal work = new Signal();
    private final Signal stop = new Signal();
    private final Set<PassageKey> unusable = new HashSet<>();
    private final Thread thread = Thread.ofPlatform().name("vectors").daemon().unstarted(this::run);
    private volatile boolean stopped;

    /** Before that, a vector without its passage may belong to an article that has yet to be read again. */
    private volatile boolean articlesAreRead;

    private long lastCommit = System.nanoTime();

    VectorFiller(LuceneIndex index, Embeddings embeddings) {
        this.index = index;
        this.embeddings = embeddings;
    }

    void start() {
        thread.start();
    }

    /** Says that all articles were read, so that there may be passages without a vector, and vectors without a passage. */
    void wake() {
        articlesAreRead = true;
        work.give();
    }

    private void run() {
        try {
            DotProduct.compile();
            if (!embeddings.awaitLoaded()) {
                return;
            }
            while (!stopped) {
                boolean done = fillUnlessFaulty();
                work.await(done ? BETWEEN_LOOKS : BETWEEN_FAULTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fillUnlessFaulty() throws InterruptedException {
        try {
            fill();
            return true;
        } catch (IndexWriteException e) {
            log.warn("No vectors are kept for the moment: {}", e.getMessage());
            return false;
        }
    }

    /** Embeds until no passage lacks the vector it is to have. */
    void fill() throws InterruptedException {
        ArticleIndex.Size size = index.size();
        Progress progress = new Progress("vectors", size.vectors(), System::nanoTime, log::info);
        int done = size.vectors();
        List<PassageKey> missing = missing();
        while (!missing.isEmpty() && !stopped) {
            int wanted = index.size().embeddable();
            int from = 0;
            while (from < missing.size() && !stopped) {
                pauseWhileAsked();
                int to = Math.min(from + (isAsked() ? 1 : EMBEDDED), missing.size());
                done += embed(missing.subList(from, to));
                from = to;
                progress.at(done, Math.max(done, wanted));
                commitNowAndThen();
            }
            missing = missing();
        }
        if (done > size.vectors()) {
            index.vectors().commit();
            log.info(
                    "{} vectors made{}", done - size.vectors(), stopped ? "; the others follow at the next start" : "");
        }
        if (!stopped
                && articlesAreRead
                && index.vectors().count() > index.size().embeddable()) {
            int removed = index.passageVectors().removeStrays();
            index.vectors().commit();
            log.debug("{} vectors of passages that are gone, or are to have none any more, were removed", removed);
        }
    }

    private List<PassageKey> missing() {
        List<PassageKey> missing = new ArrayList<>(index.passageVectors().without(LOOKED_UP + unusable.size()));
        missing.removeAll(unusable);
        return missing;
    }

    private record Text(Article article, PassageKey key) {
        String embedded() {
            return article.title() + "\n" + article.body().substring(key.start(), key.end());
        }
    }

    private int embed(List<PassageKey> keys) {
        List<Text> texts = new ArrayList<>();
        Article last = null;
        for (PassageKey key : keys) {
            last = article(key, last);
            if (last != null) {
                texts.add(new Text(last, key));
            }
        }
        if (texts.isEmpty()) {
            return 0;
        }
        try {
            add(texts);
            return texts.size();
        } catch (IndexWriteException e) {
            throw e;
        } catch (RuntimeException e) {
            // A model signals whatever its native code met this way; one text must not keep the others from their
            // vectors.
            return embedEach(texts);
        }
    }

    private int embedEach(List<Text> texts) {
        int added = 0;
        for (Text text : texts) {
            try {
                add(List.of(text));
                added++;
            } catch (IndexWriteException e) {
                throw e;
            } catch (RuntimeException e) {
                unusable.add(text.key());
                log.warn("Passage {} gets no vector and is found by its words alone", text.key(), e);
            }
        }
        return added;
    }

    private void add(List<Text> texts) {
        List<float[]> made =
                embeddings.ofPassages(texts.stream().map(Text::embedded).toList());
        for (int i = 0; i < texts.size(); i++) {
            index.vectors().add(texts.get(i).article(), texts.get(i).key(), made.get(i));
        }
    }

    /** The article of the passage, unless it was replaced or removed since the passage was looked up. */
    private @Nullable Article article(PassageKey key, @Nullable Article last) {
        Optional<Article> found =
                last != null && last.id().equals(key.articleId()) ? Optional.of(last) : index.article(key.articleId());
        return found.filter(article -> article.version().startsWith(key.version()))
                .orElse(null);
    }

    private void pauseWhileAsked() throws InterruptedException {
        long began = System.nanoTime();
        while (!stopped && isAsked() && System.nanoTime() - began < LONGEST_PAUSE.toNanos()) {
            stop.await(LONGEST_PAUSE.dividedBy(4));
        }
    }

    private boolean isAsked() {
        return index.rightOfWay().sinceLastSearch().compareTo(QUIET) < 0;
    }

    private void commitNowAndThen() {
        if (System.nanoTime() - lastCommit > BETWEEN_COMMITS.toNanos()) {
            index.vectors().commit();
            lastCommit = System.nanoTime();
        }
    }

    /** Lets the passages in hand get their vectors, and ends. */
    @Override
    public void close() {
        stopped = true;
        stop.give();
        work.give();
        try {
            // No interrupt: it would close the files that Lucene is writing.
            if (thread.isAlive() && !thread.join(LONGEST_STOP)) {
                log.warn("The vectors in hand are not finished; they are made at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
