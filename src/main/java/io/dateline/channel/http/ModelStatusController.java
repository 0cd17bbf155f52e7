package io.dateline.channel.http;

import io.dateline.answering.ModelStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/model}: which language model is connected, and whether it answers. */
@RestController
class ModelStatusController {

    private final ModelStatus status;

    ModelStatusController(ModelStatus status) {
        this.status = status;
    }

    @GetMapping("/api/model")
    ModelStatus.Report model() {
        return status.report();
    }
}
