package io.dateline.corpus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles as JSON objects: {@code id, url, title, publishedAt, authors, text} and, all but the text optional,
 * {@code publisher, section, standfirst, language}. Thread-safe.
 */
final class JsonArticles {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(TextFile.LARGEST)
            .maxNestingDepth(100)
            .build();

    final JsonMapper mapper = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectReader one =
            mapper.readerFor(Object.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @param json a whole JSON text, UTF-8 */
    Article article(byte[] json) throws RejectedArticle {
        try {
            return article(mapper.readValue(json, Object.class), null);
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    /** The article at the parser's current object; behind it afterwards. */
    Article article(JsonParser parser, @Nullable String fileName) throws RejectedArticle {
        Object value = one.<Object>readValue(parser);
        return article(value, fileName);
    }

    private static Article article(@Nullable Object value, @Nullable String fileName) throws RejectedArticle {
        if (!(value instanceof Map<?, ?> object)) {
            throw new RejectedArticle(
                    "is not a JSON object; an article is written {\"title\": \"…\", \"text\": \"…\"}");
        }
        ArticleFields fields = new ArticleFields(object);
        String body = fields.body();
        if (body == null) {
            throw new RejectedArticle("has no text; put the article's text into the field \"text\"");
        }
        List<String> paragraphs = Paragraphs.of(ArticleText.clean(body));
        return fields.draft(fileName, paragraphs).article();
    }

    static RejectedArticle invalid(JacksonException e) {
        if (e.getOriginalMessage().startsWith("Invalid UTF-8")) {
            return new RejectedArticle(RejectedArticle.NOT_UTF_8);
        }
        TokenStreamLocation at = e.getLocation();
        String column = at == null || at.getColumnNr() < 1 ? "" : ", column " + at.getColumnNr();
        return new RejectedArticle("is not valid JSON (" + firstLine(e.getOriginalMessage()) + column
                + "); correct it and save the file again");
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
