package io.dateline.channel.http;

import io.dateline.answering.ModelStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/model}: which language model is connected, and whether it answers. */
@RestController
@Tag(name = "Answers")
class ModelStatusController {

    private final ModelStatus status;

    ModelStatusController(ModelStatus status) {
        this.status = status;
    }

    @Operation(summary = "Says which language model is connected, and whether it answers")
    @GetMapping("/api/model")
    ModelStatus.Report model() {
        return status.report();
    }
}
