package io.dateline.channel.http;

import io.dateline.corpus.Article;
import io.dateline.corpus.ArticleFile;
import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.ArticleReader;
import io.dateline.fetching.ArticlePages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The articles that were found in what somebody sent.
 *
 * @param articles in their order
 * @param rejections what could not be taken, and why
 */
record ArticleUpload(List<Article> articles, List<Rejection> rejections) {

    /** Beyond this number rejections are not listed. */
    private static final int MOST_REJECTIONS = 100;

    private static final int LONGEST_NAME = 150;

    /** In bytes, with the JSON around it. */
    private static final int LONGEST_ADDRESS = 8 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    ArticleUpload {
        articles = List.copyOf(articles);
        rejections = List.copyOf(rejections);
    }

    /**
     * @param where the file's name, with a line number where there are lines
     * @param why a sentence for a person
     */
    @Schema(name = "UploadRejection")
    record Rejection(String where, String why) {}

    /** Reads a JSON text: an article, or an array of articles. */
    static ArticleUpload ofJson(InputStream json) throws IOException {
        // In an array an article gets its id from its address or its text, and not from the name of a file there is
        // none of.
        byte[] all = json.readAllBytes();
        boolean isArray = new String(all, StandardCharsets.UTF_8).stripLeading().startsWith("[");
        InputStream content = isArray ? stream(all) : join(stream("[\n"), stream(all), stream("\n]"));
        return ofFile("articles.json", content);
    }

    /** Reads a file of any format that the article folder may hold. */
    static ArticleUpload ofFile(@Nullable String fileName, InputStream content) throws IOException {
        Path folder = Files.createTempDirectory("dateline-upload");
        Path file = folder.resolve(safe(fileName));
        try {
            Files.copy(content, file);
            return read(new ArticleFolder(folder));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static ArticleUpload read(ArticleFolder folder) {
        Found found = new Found();
        for (ArticleFile file : folder.files()) {
            folder.read(file, found);
        }
        return found.upload();
    }

    /** The address, where the JSON text is {@code {"url": …}} and nothing else: the article is to be fetched. */
    static Optional<String> address(byte[] json) {
        if (json.length > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            return JSON.readValue(json, Object.class) instanceof Map<?, ?> fields
                            && fields.keySet().equals(Set.of("url"))
                            && fields.get("url") instanceof String url
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Fetches a page. */
    static ArticleUpload ofPage(ArticlePages pages, String address) throws InterruptedException {
        Found found = new Found();
        pages.read(address, found);
        return found.upload();
    }

    static ArticleUpload ofAll(List<ArticleUpload> uploads) {
        return new ArticleUpload(
                uploads.stream().flatMap(one -> one.articles().stream()).toList(),
                uploads.stream()
                        .flatMap(one -> one.rejections().stream())
                        .limit(MOST_REJECTIONS)
                        .toList());
    }

    private static final class Found implements ArticleReader.Intake {

        private final List<Article> articles = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();

        @Override
        public void accept(Article article) {
            articles.add(article);
        }

        @Override
        public void reject(String where, String why) {
            if (rejections.size() < MOST_REJECTIONS) {
                rejections.add(new Rejection(where, why));
            }
        }

        ArticleUpload upload() {
            return new ArticleUpload(articles, rejections);
        }
    }

    /** The name without folders and without what a file system could make something else of. */
    private static String safe(@Nullable String fileName) {
        String name = fileName == null ? "" : fileName.substring(fileName.lastIndexOf('/') + 1);
        name = name.substring(name.lastIndexOf('\\') + 1)
                .replaceAll("[^\\p{L}\\p{N} ._-]", "_")
                .replaceAll("^[.~]+", "_");
        if (name.length() > LONGEST_NAME) {
            name = name.substring(name.length() - LONGEST_NAME);
        }
        return name.isBlank() ? "upload" : name;
    }

    private static InputStream join(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    private static InputStream stream(String text) {
        return stream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
