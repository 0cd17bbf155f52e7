package io.dateline.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads {@code .html} and {@code .htm}: a saved page with one article. The article's id is the file's name. */
final class HtmlReader implements ArticleReader {

    @Override
    public boolean accepts(Path file) {
        return FileName.has(file, ".html", ".htm", ".xhtml");
    }

    @Override
    public void read(Path file, Intake intake) {
        try {
            Document page = page(TextFile.bytes(file), null);
            ArticleFields fields = HtmlMetadata.of(page);
            String name = FileName.withoutExtension(file);
            intake.accept(fields.draft(name, HtmlText.paragraphs(page)).article());
        } catch (RejectedArticle e) {
            intake.reject(FileName.of(file), e.why());
        }
    }

    /**
     * In the encoding that the page states, which is then required of every byte.
     *
     * @param charset that a server stated for it; only a byte order mark knows better
     */
    static Document page(byte[] bytes, @Nullable String charset) throws RejectedArticle {
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
            if (page.charset().equals(StandardCharsets.UTF_8) && TextFile.isBinary(bytes)) {
                throw new RejectedArticle("is not a web page but binary; save it from the browser again");
            }
            page.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return page;
        } catch (IOException e) {
            throw RejectedArticle.because(e);
        }
    }
}
