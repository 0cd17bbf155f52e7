package io.dateline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** Whether an index on disk can be trusted: every file of its last commit has the checksum that was written with it. */
final class IndexCheck {

    private IndexCheck() {}

    /** What is wrong with the index, for a log; empty if nothing is, or if there is none. */
    static Optional<String> damage(Path path, String format) throws IOException {
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(path)) {
            String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
            if (commit == null) {
                return Optional.empty();
            }
            return damage(directory, commit, format);
        }
    }

    private static Optional<String> damage(Directory directory, String commit, String format) {
        try {
            verify(directory, commit);
            SegmentInfos infos = SegmentInfos.readCommit(directory, commit);
            for (String file : infos.files(false)) {
                verify(directory, file);
            }
            DirectoryReader.open(directory).close();
            String found = infos.getUserData().get(LuceneStore.FORMAT);
            return format.equals(found)
                    ? Optional.empty()
                    : Optional.of("it has format " + found + ", this Dateline writes " + format);
        } catch (IndexNotFoundException e) {
            return Optional.of("it has no complete commit");
        } catch (IOException | RuntimeException e) {
            // Damaged bytes are read as lengths and offsets, so that decoding may fail in any way.
            return Optional.of("it is damaged: " + e.getMessage());
        }
    }

    private static void verify(Directory directory, String file) throws IOException {
        try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
        }
    }
}
