package io.dateline.index;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A directory on a disk that can become full. */
final class FullDisk extends FilterDirectory {

    volatile boolean full;

    FullDisk(Directory directory) {
        super(directory);
    }

    private void requireSpace(String name) throws IOException {
        if (full) {
            throw new FileSystemException(name, null, "No space left on device");
        }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        requireSpace(name);
        return limited(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        requireSpace(prefix + suffix);
        return limited(super.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput limited(IndexOutput output) {
        return new FilterIndexOutput(output.toString(), output.getName(), output) {
            @Override
            public void writeByte(byte b) throws IOException {
                requireSpace(getName());
                super.writeByte(b);
            }

            @Override
            public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                requireSpace(getName());
                super.writeBytes(bytes, offset, length);
            }
        };
    }
}
