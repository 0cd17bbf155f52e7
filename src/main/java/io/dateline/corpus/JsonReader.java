package io.dateline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code .json} and {@code .json.gz}: one article, whose id may be the file's name, or an array of articles. An array
 * is read article by article, so it may be larger than memory.
 */
final class JsonReader implements ArticleReader {

    private final JsonArticles articles = new JsonArticles();

    @Override
    public boolean accepts(Path file) {
        return FileName.has(file, ".json", ".json.gz");
    }

    @Override
    public void read(Path file, Intake intake) {
        String name = FileName.of(file);
        try (BoundedInput in = new BoundedInput(GzipFile.open(file), TextFile.LARGEST)) {
            read(file, in, intake);
        } catch (RejectedArticle e) {
            intake.reject(name, e.why());
        } catch (IOException e) {
            intake.reject(name, RejectedArticle.because(e).why());
        }
    }

    private void read(Path file, BoundedInput in, Intake intake) throws IOException, RejectedArticle {
        String name = FileName.of(file);
        int line = 1;
        try (JsonParser parser = articles.mapper.createParser((InputStream) in)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new RejectedArticle("is empty; put an article into it or delete it");
            }
            if (first != JsonToken.START_ARRAY) {
                Article article = articles.article(parser, FileName.withoutExtension(file));
                if (parser.nextToken() != null) {
                    throw new RejectedArticle(
                            "goes on after its first article; put several into an array, or one a line into a .jsonl file");
                }
                intake.accept(article);
                return;
            }
            KnownIds ids = new KnownIds();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                line = parser.currentTokenLocation().getLineNr();
                try {
                    Article article = articles.article(parser, null);
                    ids.add(article.id(), line);
                    intake.accept(article);
                } catch (RejectedArticle e) {
                    intake.reject(name + ":" + line, e.why());
                }
                in.allowAnother();
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            int where = e.getLocation() == null
                    ? line
                    : Math.max(line, e.getLocation().getLineNr());
            intake.reject(name + ":" + where, JsonArticles.invalid(e).why());
        }
    }
}
