package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.ArticleReader;
import io.dateline.corpus.Passage;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.SentenceSplitter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * What Lucene alone takes for the passages of an archive: they lie ready in a file, and each becomes a document of id, title and
 * text, stored, with Lucene's own analyzer for English and its default settings, in one commit.
 */
final class BareLucene {

    private static final int BUFFER = 1 << 16;

    private final List<Path> shares;

    private BareLucene(List<Path> shares) {
        this.shares = shares;
    }

    /** Cuts the articles of the folder as Dateline does, and deals them out to so many files. */
    static BareLucene prepare(Path articles, Path scratch, int shares) throws IOException {
        List<Path> files = new ArrayList<>();
        List<DataOutputStream> outs = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            files.add(scratch.resolve("passages-" + i));
            outs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(files.get(i)), BUFFER)));
        }
        PassageSplitter splitter = new PassageSplitter(new SentenceSplitter());
        ArticleReader.Intake intake = new ArticleReader.Intake() {
            private int next;

            @Override
            public void accept(Article article) {
                try {
                    write(article, splitter.split(article), outs.get(next++ % shares));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void reject(String where, String why) {
                throw new IllegalStateException(where + " " + why);
            }
        };
        ArticleFolder folder = new ArticleFolder(articles);
        folder.files().forEach(file -> folder.read(file, intake));
        for (DataOutputStream out : outs) {
            out.close();
        }
        return new BareLucene(files);
    }

    private static void write(Article article, List<Passage> passages, DataOutputStream out) throws IOException {
        for (Passage passage : passages) {
            for (String text : List.of(passage.id(), article.title(), passage.text())) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    /** Until a search finds them. The shares are written one after the other, or each by a thread of its own. */
    void index(Path folder, boolean together) throws Exception {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()));
                ExecutorService threads = Executors.newFixedThreadPool(together ? shares.size() : 1)) {
            List<Future<?>> written = new ArrayList<>();
            for (Path share : shares) {
                written.add(threads.submit(() -> {
                    add(share, writer);
                    return null;
                }));
            }
            for (Future<?> future : written) {
                future.get();
            }
            writer.commit();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                new IndexSearcher(reader).search(new TermQuery(new Term("text", "presid")), 1);
            }
        }
    }

    private static void add(Path share, IndexWriter writer) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(share), BUFFER))) {
            while (true) {
                Document document = new Document();
                document.add(new StringField("id", next(in), Store.YES));
                document.add(new TextField("title", next(in), Store.YES));
                document.add(new TextField("text", next(in), Store.YES));
                writer.addDocument(document);
            }
        } catch (EOFException e) {
            // The end of the share.
        }
    }

    private static String next(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
