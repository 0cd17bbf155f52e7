package io.dateline.answering;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param passages how many are read for an answer, 1 to 100
 * @param threshold below this confidence the answer is "not in the archive", 0 to 1
 * @param prompts folder whose files take precedence over the prompts that ship
 * @param modelEvidenceTokens about how many tokens of evidence a language model is shown, at least 100
 * @param modelQuestionsPerMinute that a language model is asked by all together; more are answered by quoting
 * @param modelTokensPerDay that a language model may read and write for all together; then the articles are quoted
 */
@ConfigurationProperties("dateline.answering")
record AnsweringProperties(
        @DefaultValue("11") int passages,
        @DefaultValue("0.44") double threshold,
        @DefaultValue("prompts") Path prompts,
        @DefaultValue("2000") int modelEvidenceTokens,
        @DefaultValue("60") int modelQuestionsPerMinute,
        @DefaultValue("5000000") long modelTokensPerDay) {

    AnsweringProperties {
        if (passages < 1 || passages > 100) {
            throw new IllegalArgumentException("dateline.answering.passages must be 1 to 100, got: " + passages);
        }
        if (modelEvidenceTokens < 100) {
            throw new IllegalArgumentException(
                    "dateline.answering.model-evidence-tokens must be at least 100, got: " + modelEvidenceTokens);
        }
        if (threshold < 0 || threshold > 1) {
            throw new IllegalArgumentException("dateline.answering.threshold must be 0 to 1, got: " + threshold);
        }
    }
}
