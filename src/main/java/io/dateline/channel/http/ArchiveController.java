package io.dateline.channel.http;

import io.dateline.answering.SuggestedQuestions;
import io.dateline.channel.access.Editors;
import io.dateline.channel.access.Person;
import io.dateline.corpus.ArticleFolder;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Ingestion;
import io.dateline.index.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/archive}: what there is to ask about. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "Articles")
class ArchiveController {

    private static final int QUESTIONS = 4;

    /** Enough to know the folder by, and nothing of where it lies on the server. */
    private static final int SHOWN_PARTS = 2;

    private final ArticleIndex index;
    private final ObjectProvider<SuggestedQuestions> suggested;
    private final ObjectProvider<Ingestion> ingestion;
    private final Editors editors;
    private final @Nullable String model;
    private final String folder;

    ArchiveController(
            ArticleIndex index,
            ObjectProvider<SuggestedQuestions> suggested,
            ObjectProvider<Ingestion> ingestion,
            Editors editors,
            @Value("${dateline.model.name:}") String model,
            ObjectProvider<ArticleFolder> folder) {
        this.index = index;
        this.suggested = suggested;
        this.ingestion = ingestion;
        this.editors = editors;
        this.model = model.isBlank() ? null : model;
        ArticleFolder articles = folder.getIfAvailable();
        this.folder = lastParts(articles == null ? Path.of("data", "articles") : articles.path());
    }

    private static String lastParts(Path folder) {
        int parts = folder.getNameCount();
        return (parts <= SHOWN_PARTS ? folder : folder.subpath(parts - SHOWN_PARTS, parts))
                .toString()
                .replace('\\', '/');
    }

    /**
     * @param undated articles without a date
     * @param embeddable passages that are to have a vector
     * @param vectors passages that have one
     * @param model the language model that is connected
     * @param questions that the archive can answer, 4 as a rule
     * @param reading whether files are being read at this moment
     * @param awaited about how many articles of these files are still to be read
     * @param problem why the index could not be brought up to date the last time; null if it could
     * @param rejected what the files hold that could not be taken up
     * @param editable whether whoever asks may add and delete articles
     * @param folder the end of the path of the article folder, such as {@code data/articles}
     */
    record Archive(
            int articles,
            int undated,
            @Nullable LocalDate oldest,
            @Nullable LocalDate newest,
            int passages,
            int embeddable,
            int vectors,
            @Nullable String model,
            List<String> questions,
            boolean reading,
            long awaited,
            @Nullable String problem,
            List<Rejection> rejected,
            boolean editable,
            String folder) {}

    @Operation(summary = "Says what there is to ask about")
    @GetMapping("/api/archive")
    Archive archive(Person person) {
        ArticleIndex.Size size = index.size();
        Optional<Ingestion> folder = Optional.ofNullable(ingestion.getIfAvailable());
        Ingestion.Status status = folder.map(Ingestion::status).orElse(new Ingestion.Status(false, 0, null));
        SuggestedQuestions questions = suggested.getIfAvailable(() -> n -> List.of());
        return new Archive(
                size.articles(),
                size.undated(),
                size.oldest(),
                size.newest(),
                size.passages(),
                size.embeddable(),
                size.vectors(),
                model,
                questions.suggest(QUESTIONS),
                status.running(),
                status.awaited(),
                status.problem(),
                folder.map(Ingestion::rejections).orElse(List.of()),
                editors.include(person),
                this.folder);
    }
}
