package io.dateline.channel.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/models}: the one model there is. */
@RestController
@Tag(name = "OpenAI")
@RequestMapping("/v1/models")
class ModelController {

    /** What callers name as their model. */
    static final String NAME = "dateline";

    /** When the model was made, in seconds since 1970: the day of the first release. */
    private static final long CREATED = 1_795_478_400;

    private static final Model DATELINE = new Model(NAME, "model", CREATED, NAME);

    record Model(
            String id,
            String object,
            long created,
            @JsonProperty("owned_by") String owner) {}

    record Models(String object, List<Model> data) {}

    @Operation(summary = "Lists the one model there is")
    @GetMapping
    Models all() {
        return new Models("list", List.of(DATELINE));
    }

    @Operation(summary = "Shows a model")
    @GetMapping("/{id}")
    Model one(@PathVariable String id) {
        requireKnown(id);
        return DATELINE;
    }

    static void requireKnown(String model) {
        if (!model.equals(NAME)) {
            throw new OpenAiException(
                    HttpStatus.NOT_FOUND,
                    "model_not_found",
                    "model",
                    "There is no model '" + model + "' here; the one there is is called '" + NAME + "'.");
        }
    }
}
