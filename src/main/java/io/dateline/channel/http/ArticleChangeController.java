package io.dateline.channel.http;

import io.dateline.channel.BadRequestException;
import io.dateline.channel.access.Editors;
import io.dateline.channel.access.Person;
import io.dateline.fetching.ArticlePages;
import io.dateline.index.Additions;
import io.dateline.index.ArticleIndex;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
@ConditionalOnWebApplication
@Tag(name = "Articles")
@RequestMapping("/api/articles")
class ArticleChangeController {

    private static final int LONGEST_JSON = 50 * 1024 * 1024;

    private final ArticleIndex index;
    private final Additions additions;
    private final ArticlePages pages;
    private final Editors editors;

    ArticleChangeController(ArticleIndex index, Additions additions, ArticlePages pages, Editors editors) {
        this.index = index;
        this.additions = additions;
        this.pages = pages;
        this.editors = editors;
    }

    /**
     * @param articles in the order they were sent
     * @param replaced ids of those that took the place of an earlier version
     */
    record Added(
            List<ArticleController.Summary> articles,
            List<String> replaced,
            List<ArticleUpload.Rejection> rejections) {}

    @Operation(
            summary = "Adds articles, or the page at a \"url\" that is sent alone; they can be found when this answers")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Added> add(@RequestBody byte[] json, Person person) throws IOException, InterruptedException {
        requireEditor(person);
        if (json.length > LONGEST_JSON) {
            throw new BadRequestException("An upload has at most " + LONGEST_JSON + " bytes, got: " + json.length);
        }
        Optional<String> address = ArticleUpload.address(json);
        return added(
                address.isPresent()
                        ? ArticleUpload.ofPage(pages, address.get())
                        : ArticleUpload.ofJson(new ByteArrayInputStream(json)));
    }

    /** @param files each of any format that the article folder may hold */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Added> add(@RequestParam("file") List<MultipartFile> files, Person person) throws IOException {
        requireEditor(person);
        List<ArticleUpload> uploads = new ArrayList<>();
        for (MultipartFile file : files) {
            try (InputStream content = file.getInputStream()) {
                uploads.add(ArticleUpload.ofFile(file.getOriginalFilename(), content));
            }
        }
        return added(ArticleUpload.ofAll(uploads));
    }

    @Operation(summary = "Removes an article; it cannot be found any more when this answers")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Person person) {
        requireEditor(person);
        long life = index.life();
        if (!index.remove(id)) {
            throw new NotFoundException("article", id);
        }
        index.commit(life);
    }

    private void requireEditor(Person person) {
        if (!editors.include(person)) {
            throw new NotAnEditorException();
        }
    }

    private ResponseEntity<Added> added(ArticleUpload upload) {
        if (upload.articles().isEmpty()) {
            throw new NoArticleException(upload.rejections());
        }
        List<String> replaced = additions.add(upload.articles());
        List<ArticleController.Summary> articles =
                upload.articles().stream().map(ArticleController.Summary::of).toList();
        ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.CREATED);
        if (articles.size() == 1) {
            response.location(URI.create("/api/articles/" + articles.getFirst().id()));
        }
        return response.body(new Added(articles, replaced, upload.rejections()));
    }
}
