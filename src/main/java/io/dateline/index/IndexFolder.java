package io.dateline.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds the indexes, locked for this process. An index that is damaged or of another format is moved aside,
 * so that it is built anew; the newest of those that were moved aside is kept.
 */
final class IndexFolder implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private static final String LOCK = "dateline.lock";
    private static final String ASIDE = ".aside-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final Clock clock;
    private final FSDirectory root;
    private final Lock lock;

    /** @throws IndexInUseException if another process, or another part of this one, has the folder */
    IndexFolder(Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Files.createDirectories(folder);
        root = FSDirectory.open(folder);
        try {
            lock = root.obtainLock(LOCK);
        } catch (LockObtainFailedException e) {
            root.close();
            throw new IndexInUseException(folder, e);
        }
    }

    /** The directory of an index, sound or empty. */
    Directory open(String name, String format) throws IOException {
        Path path = folder.resolve(name);
        Optional<String> damage = IndexCheck.damage(path, format);
        if (damage.isPresent()) {
            Path aside = moveAside(path);
            log.warn(
                    "The index {} cannot be used ({}); it was moved to {} and is built anew",
                    path,
                    damage.get(),
                    aside);
        }
        Directory directory = FSDirectory.open(path);
        if (damage.isEmpty() && !DirectoryReader.indexExists(directory)) {
            log.info("There is no index {} yet; it is built anew", path);
        }
        return directory;
    }

    private Path moveAside(Path path) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> earlier = all.filter(
                            other -> other.getFileName().toString().startsWith(path.getFileName() + ASIDE))
                    .toList();
            for (Path one : earlier) {
                delete(one);
            }
        }
        Path aside = folder.resolve(path.getFileName() + ASIDE + STAMP.format(LocalDateTime.now(clock)));
        return Files.move(path, aside);
    }

    private static void delete(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(index);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        root.close();
    }
}
