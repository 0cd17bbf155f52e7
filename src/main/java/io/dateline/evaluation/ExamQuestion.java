package io.dateline.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question for a language model; what it should answer is not asked for, only whether it invents.
 *
 * @param askedOn null when nobody knows
 */
record ExamQuestion(String text, @Nullable LocalDate askedOn) {

    /**
     * Reads JSON Lines: {@code question} and, if known, {@code askedOn} (ISO 8601).
     *
     * @throws IllegalArgumentException naming the line that is none of these
     */
    static List<ExamQuestion> read(Path file) throws IOException {
        List<ExamQuestion> questions = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                questions.add(of(lines.get(i), file + ":" + (i + 1)));
            }
        }
        return List.copyOf(questions);
    }

    private static ExamQuestion of(String line, String place) {
        try {
            JsonNode row = JsonMapper.shared().readTree(line);
            String text = row.path("question").asString("");
            if (text.isBlank()) {
                throw new IllegalArgumentException(place + " has no 'question'");
            }
            String askedOn = row.path("askedOn").asString("");
            return new ExamQuestion(text, askedOn.isEmpty() ? null : LocalDate.parse(askedOn));
        } catch (JacksonException | DateTimeParseException e) {
            throw new IllegalArgumentException(place + " is no question in JSON: " + e.getMessage(), e);
        }
    }
}
