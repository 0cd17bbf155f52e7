package io.dateline.corpus;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's hints that something happened in a folder or its sub-folders. Only hints: they may come twice, late
 * or not at all. For one thread.
 */
final class FolderEvents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderEvents.class);

    private final Path folder;
    private final @Nullable WatchService service;
    private final Semaphore never = new Semaphore(0);
    private boolean complained;

    private FolderEvents(Path folder, @Nullable WatchService service) {
        this.folder = folder;
        this.service = service;
    }

    /** Without any hints where the system has no more watches to give. */
    static FolderEvents of(Path folder) {
        FolderEvents events = new FolderEvents(folder, service(folder));
        events.register();
        return events;
    }

    private static @Nullable WatchService service(Path folder) {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException e) {
            log.warn("{} is not watched but looked through from time to time: {}", folder, e.getMessage());
            return null;
        }
    }

    /** Returns at the next hint, at the latest after {@code longest}. */
    void await(Duration longest) throws InterruptedException {
        hint(longest);
        register();
    }

    /** Returns once there has been no hint for {@code time}, or after sixty times as long. */
    void pause(Duration time) throws InterruptedException {
        for (int i = 0; i < 60 && hint(time); i++) {
            register();
        }
    }

    /** Whether something happened before the time was over. */
    private boolean hint(Duration longest) throws InterruptedException {
        if (service == null) {
            return never.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        WatchKey first = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        for (WatchKey key = first; key != null; key = service.poll()) {
            key.pollEvents();
            key.reset();
        }
        return first != null;
    }

    /** Again after every hint: there may be new sub-folders. A folder that is registered already stays registered once. */
    private void register() {
        if (service == null) {
            return;
        }
        try {
            Path real = folder.toRealPath();
            Files.walkFileTree(real, new Registration(real, service));
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                log.warn(
                        "Some of {} is not watched; changes there are seen at the next look: {}",
                        folder,
                        e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
    }

    private static final class Registration extends SimpleFileVisitor<Path> {

        private final Path root;
        private final WatchService service;

        Registration(Path root, WatchService service) {
            this.root = root;
            this.service = service;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (!directory.equals(root) && FolderListing.isPassedOver(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            directory.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
