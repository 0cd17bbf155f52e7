package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.Test;

class GivingWayTest {

    private static final int SEGMENTS = 8;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger pauses = new AtomicInteger();
    private final RightOfWay way = new RightOfWay(now::get, nanos -> {
        pauses.incrementAndGet();
        now.addAndGet(nanos);
    });
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();

    @Test
    void segmentsAreMergedWithoutAPauseWhereNobodySearches() throws IOException {
        assertThat(segmentsAfterMerging()).isEqualTo(1);
        assertThat(pauses).hasValue(0);
    }

    @Test
    void whoSearchesGoesBeforeAMergeWhichIsDoneAllTheSame() throws IOException {
        way.take();
        assertThat(segmentsAfterMerging()).isEqualTo(1);
        assertThat(pauses.get()).isPositive();
    }

    private int segmentsAfterMerging() throws IOException {
        try (LuceneStore many = open(new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            Random random = new Random(1);
            for (int i = 0; i < SEGMENTS; i++) {
                byte[] incompressible = new byte[1 << 16];
                random.nextBytes(incompressible);
                Document document = new Document();
                document.add(new StoredField("bytes", incompressible));
                many.write(writer -> writer.addDocument(document));
                many.commit();
            }
            assertThat(segments(many)).isEqualTo(SEGMENTS);
            assertThat(pauses).hasValue(0);
        }
        try (LuceneStore one = open(new IndexWriterConfig().setMergePolicy(new TieredMergePolicy()))) {
            one.write(writer -> writer.forceMerge(1));
            return segments(one);
        }
    }

    private LuceneStore open(IndexWriterConfig configuration) throws IOException {
        return new LuceneStore(
                new FilterDirectory(directory) {
                    @Override
                    public void close() {
                        // It is opened again.
                    }
                },
                () -> configuration,
                new SearcherFactory(),
                "1",
                way);
    }

    private static int segments(LuceneStore store) {
        return store.read(searcher -> searcher.getIndexReader().leaves().size());
    }
}
