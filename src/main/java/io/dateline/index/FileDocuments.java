package io.dateline.index;

import io.dateline.index.Ledger.FileEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;

/** Entries of the {@link Ledger} as Lucene documents, and back. */
final class FileDocuments {

    private static final String FINGERPRINT = "fingerprint";
    private static final String YIELDED = "yielded";
    private static final String REJECTED = "rejected";
    private static final String WHERE = "where";
    private static final String WHY = "why";

    private FileDocuments() {}

    static Document document(FileEntry file) {
        Document document = new Document();
        document.add(new StringField(Fields.KIND, Fields.FILE_KIND, Store.NO));
        ArticleDocuments.addUnique(document, Fields.FILE, file.path());
        document.add(new StoredField(Fields.FILE, file.path()));
        ArticleDocuments.addNoText(document);
        document.add(new StoredField(FINGERPRINT, file.fingerprint()));
        document.add(new StoredField(YIELDED, String.valueOf(file.yielded())));
        document.add(new StoredField(REJECTED, file.rejected()));
        for (Rejection rejection : file.rejections()) {
            document.add(new StoredField(WHERE, rejection.where()));
            document.add(new StoredField(WHY, rejection.why()));
        }
        return document;
    }

    static FileEntry entry(Document stored) {
        String[] wheres = stored.getValues(WHERE);
        String[] whys = stored.getValues(WHY);
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i < wheres.length; i++) {
            rejections.add(new Rejection(wheres[i], whys[i]));
        }
        IndexableField rejected = stored.getField(REJECTED);
        return new FileEntry(
                ArticleDocuments.present(stored, Fields.FILE),
                ArticleDocuments.present(stored, FINGERPRINT),
                Boolean.parseBoolean(stored.get(YIELDED)),
                rejections,
                rejected == null ? rejections.size() : rejected.numericValue().intValue());
    }
}
