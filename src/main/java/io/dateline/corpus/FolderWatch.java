package io.dateline.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when the files in the article folder have changed: new, changed, and deleted ones, in sub-folders too. It listens to
 * the operating system and besides lists the folder from time to time, since such events get lost (on network drives, in
 * containers, in bursts). It speaks only once the files have been quiet, so that a file is not read while it is being written.
 */
public final class FolderWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    /** A folder that never rests is reported all the same after so many times {@code quiet}. */
    private static final int PATIENCE = 60;

    private final ArticleFolder folder;
    private final Duration quiet;
    private final Duration rescan;
    private @Nullable Thread thread;

    /**
     * @param quiet how long nothing may have changed before it is told
     * @param rescan how often the folder is listed without an event
     */
    public FolderWatch(ArticleFolder folder, Duration quiet, Duration rescan) {
        if (quiet.isNegative() || quiet.isZero() || rescan.compareTo(quiet) < 0) {
            throw new IllegalArgumentException(
                    "'quiet' must be positive and 'rescan' no shorter, got: " + quiet + " and " + rescan);
        }
        this.folder = folder;
        this.quiet = quiet;
        this.rescan = rescan;
    }

    /**
     * Begins to watch, on a thread of its own, what differs from {@code known}; at once if the folder does already.
     *
     * @param known the files as the caller last saw them
     * @param changed is called on that thread, never twice at a time; what it throws is logged
     */
    public synchronized void start(List<ArticleFile> known, Runnable changed) {
        if (thread != null) {
            throw new IllegalStateException("the watch of " + folder.path() + " was started already");
        }
        thread = Thread.ofPlatform().daemon().name("article-folder-watch").start(() -> watch(known, changed));
    }

    private void watch(List<ArticleFile> known, Runnable changed) {
        try (FolderEvents events = FolderEvents.of(folder.path())) {
            List<ArticleFile> told = known;
            while (true) {
                List<ArticleFile> now = quietFiles(events, told);
                if (!now.equals(told)) {
                    told = now;
                    tell(changed);
                } else {
                    events.await(rescan);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("Closing the watch of {} failed", folder.path(), e);
        }
    }

    /** The files once two looks that far apart agree; {@code told} while the folder cannot be listed. */
    private List<ArticleFile> quietFiles(FolderEvents events, List<ArticleFile> told) throws InterruptedException {
        List<ArticleFile> before = files(told);
        for (int i = 0; i < PATIENCE && !before.equals(told); i++) {
            events.pause(quiet);
            List<ArticleFile> now = files(told);
            if (now.equals(before)) {
                break;
            }
            before = now;
        }
        return before;
    }

    /** A drive that is gone for a moment must not read as a folder without articles. */
    private List<ArticleFile> files(List<ArticleFile> told) {
        try {
            return folder.files();
        } catch (UncheckedIOException e) {
            log.warn("The article folder {} cannot be listed now and is taken to be unchanged", folder.path(), e);
            return told;
        }
    }

    private void tell(Runnable changed) {
        try {
            changed.run();
        } catch (RuntimeException e) {
            log.error("Taking up the changes in {} failed; the next change is taken up again", folder.path(), e);
        }
    }

    /** Ends the watch; a call of {@code changed} that is under way is interrupted. */
    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
