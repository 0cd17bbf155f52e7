package io.dateline.index;

import static io.dateline.index.Samples.article;
import static io.dateline.index.Samples.ids;
import static io.dateline.index.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a start makes of an index that something happened to. */
@ExtendWith(OutputCaptureExtension.class)
class IndexDamageTest {

    @TempDir
    Path folder;

    @BeforeEach
    void build() throws InterruptedException {
        try (LuceneIndex index = open()) {
            for (int i = 0; i < 50; i++) {
                put(index, article("a" + i, "Title " + i, "Tariffs rise by " + i + " percent.\n\nMore follows."));
            }
            index.commit();
            new VectorFiller(index, Vectors.embeddings()).fill();
        }
    }

    private LuceneIndex open() {
        return LuceneIndex.open(folder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
    }

    private Path articles() {
        return folder.resolve("articles");
    }

    private List<Path> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private List<String> asides() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.contains(".aside-"))
                    .toList();
        }
    }

    /** It begins empty, says so, and can be filled again. */
    private void assertBegunAnew(CapturedOutput output) throws IOException {
        try (LuceneIndex index = open()) {
            assertThat(index.size().articles()).isZero();
            assertThat(index.files()).isEmpty();
            put(index, article("new", "Title", "Tariffs."));
            assertThat(ids(index.byWords("tariffs", Filter.NONE, 10))).containsExactly("new#0");
        }
        assertThat(output).contains("cannot be used", "is built anew");
        assertThat(asides()).hasSize(1);
    }

    @Test
    void aSoundIndexIsOpenedAsItIs(CapturedOutput output) throws IOException {
        try (LuceneIndex index = open()) {
            assertThat(index.size().articles()).isEqualTo(50);
            assertThat(index.size().vectors()).isEqualTo(100);
        }
        assertThat(output).doesNotContain("cannot be used");
        assertThat(asides()).isEmpty();
    }

    @Test
    void aFlippedBitInAnyFileIsDetected(CapturedOutput output) throws IOException {
        Random random = new Random(3);
        int number = files(articles()).size();
        assertThat(number).isGreaterThan(2);
        for (int i = 0; i < number; i++) {
            Path file = files(articles()).get(i);
            byte[] sound = Files.readAllBytes(file);
            byte[] damaged = sound.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThat(IndexCheck.damage(articles(), LuceneIndex.FORMAT))
                    .as("%s", file)
                    .isPresent();
            Files.write(file, sound);
            assertThat(IndexCheck.damage(articles(), LuceneIndex.FORMAT)).isEmpty();
        }
    }

    @Test
    void aFlippedBitHasTheIndexMovedAsideAndBuiltAnew(CapturedOutput output) throws IOException {
        Path largest = files(articles()).stream()
                .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(largest, bytes);
        assertBegunAnew(output);
    }

    @Test
    void aHalfWrittenFileHasTheIndexBuiltAnew(CapturedOutput output) throws IOException {
        for (Path file : files(articles())) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
        assertBegunAnew(output);
    }

    @Test
    void anEmptyCommitFileHasTheIndexBuiltAnew(CapturedOutput output) throws IOException {
        for (Path file : files(articles())) {
            if (file.getFileName().toString().startsWith("segments_")) {
                Files.write(file, new byte[0]);
            }
        }
        assertBegunAnew(output);
    }

    @Test
    void aMissingSegmentFileHasTheIndexBuiltAnew(CapturedOutput output) throws IOException {
        Path segment = files(articles()).stream()
                .filter(file -> file.getFileName().toString().endsWith(".cfs"))
                .findFirst()
                .orElseThrow();
        Files.delete(segment);
        assertBegunAnew(output);
    }

    @Test
    void aMissingCommitIsAnEmptyIndex() throws IOException {
        for (Path file : files(articles())) {
            if (file.getFileName().toString().startsWith("segments_")) {
                Files.delete(file);
            }
        }
        try (LuceneIndex index = open()) {
            assertThat(index.size().articles()).isZero();
        }
    }

    @Test
    void anotherFormatIsBuiltAnew(CapturedOutput output) throws IOException {
        try (FSDirectory directory = FSDirectory.open(articles());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of(LuceneStore.FORMAT, "0").entrySet());
            writer.commit();
        }
        assertBegunAnew(output);
        assertThat(output).contains("it has format 0, this Dateline writes " + LuceneIndex.FORMAT);
    }

    @Test
    void damagedVectorsAreMadeAgainAndTheArticlesStay(CapturedOutput output) throws Exception {
        for (Path file : files(folder.resolve("vectors"))) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        try (LuceneIndex index = open()) {
            assertThat(index.size().articles()).isEqualTo(50);
            assertThat(index.size().vectors()).isZero();
            new VectorFiller(index, Vectors.embeddings()).fill();
            assertThat(index.size().vectors()).isEqualTo(100);
        }
        assertThat(output).contains("vectors cannot be used");
    }

    @Test
    void vectorsAreNotMadeAgainWhenOnlyTheArticlesWereDamaged() throws Exception {
        Files.write(files(articles()).getLast(), new byte[] {1});
        try (LuceneIndex index = open()) {
            assertThat(index.size().articles()).isZero();
            for (int i = 0; i < 50; i++) {
                put(index, article("a" + i, "Title " + i, "Tariffs rise by " + i + " percent.\n\nMore follows."));
            }
            assertThat(index.passageVectors().without(1_000)).isEmpty();
        }
    }

    @Test
    void onlyTheNewestDamagedIndexIsKept() throws IOException {
        for (int i = 0; i < 3; i++) {
            Path commit = files(articles()).stream()
                    .filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            Files.write(commit, ByteBuffer.allocate(3).array());
            open().close();
        }
        assertThat(asides()).hasSize(1);
    }

    @Test
    void filesThatACrashLeftBehindDoNoHarm() throws IOException {
        Files.write(articles().resolve("_zz.cfs"), new byte[] {1, 2, 3});
        try (LuceneIndex index = open()) {
            assertThat(index.size().articles()).isEqualTo(50);
        }
    }
}
