package io.dateline.channel.http;

import io.dateline.channel.BadRequestException;
import io.dateline.corpus.Article;
import io.dateline.corpus.PassageSplitter;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Ingestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * {@code POST} and {@code DELETE /api/articles}: articles that come and go without a file in the article folder. What was
 * answered is durable. An article of the folder that is deleted here comes back when its file changes.
 */
@RestController
@Tag(name = "Articles")
@RequestMapping("/api/articles")
class ArticleChangeController {

    private static final int LONGEST_JSON = 50 * 1024 * 1024;

    private final ArticleIndex index;
    private final PassageSplitter splitter;
    private final ObjectProvider<Ingestion> ingestion;

    ArticleChangeController(ArticleIndex index, PassageSplitter splitter, ObjectProvider<Ingestion> ingestion) {
        this.index = index;
        this.splitter = splitter;
        this.ingestion = ingestion;
    }

    /** @param articles in the order they were sent */
    record Added(List<ArticleController.Summary> articles, List<ArticleUpload.Rejection> rejections) {}

    @Operation(summary = "Adds articles; they can be found when this answers")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Added> add(@RequestBody byte[] json) throws IOException {
        if (json.length > LONGEST_JSON) {
            throw new BadRequestException("An upload has at most " + LONGEST_JSON + " bytes, got: " + json.length);
        }
        return added(ArticleUpload.ofJson(new ByteArrayInputStream(json)));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Added> add(@RequestParam MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return added(ArticleUpload.ofFile(file.getOriginalFilename(), content));
        }
    }

    @Operation(summary = "Removes an article; it cannot be found any more when this answers")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        long life = index.life();
        if (!index.remove(id)) {
            throw new NotFoundException("article", id);
        }
        index.commit(life);
    }

    private ResponseEntity<Added> added(ArticleUpload upload) {
        if (upload.articles().isEmpty()) {
            throw new NoArticleException(upload.rejections());
        }
        long life = index.life();
        for (Article article : upload.articles()) {
            index.put(article, splitter.split(article));
        }
        index.commit(life);
        // Has the passages that are new given their vectors.
        ingestion.ifAvailable(Ingestion::changed);
        List<ArticleController.Summary> articles =
                upload.articles().stream().map(ArticleController.Summary::of).toList();
        ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.CREATED);
        if (articles.size() == 1) {
            response.location(URI.create("/api/articles/" + articles.getFirst().id()));
        }
        return response.body(new Added(articles, upload.rejections()));
    }
}
