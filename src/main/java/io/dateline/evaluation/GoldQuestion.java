package io.dateline.evaluation;

import io.dateline.corpus.Article;
import io.dateline.index.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question whose right answers are known.
 *
 * @param askedOn null when nobody knows
 * @param answers at least one; any of them is right
 * @param wasSearched whether a web search was made for it, as RealTimeQA's {@code googleTop} tells
 */
public record GoldQuestion(
        String id, String text, @Nullable LocalDate askedOn, List<String> answers, boolean wasSearched) {

    /** News of a week is asked about at its end, and told of a little later. */
    private static final int DAYS_OF_GRACE = 7;

    private static final int PARTS = 3;

    public GoldQuestion {
        answers = List.copyOf(answers);
    }

    /**
     * Reads JSON Lines: {@code question}, {@code answers}, and if known {@code id}, {@code askedOn} (ISO 8601), {@code googleTop}.
     *
     * @throws IllegalArgumentException naming the line that is none of these
     */
    public static List<GoldQuestion> read(Path file) throws IOException {
        List<GoldQuestion> questions = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                questions.add(of(lines.get(i), file + ":" + (i + 1)));
            }
        }
        return List.copyOf(questions);
    }

    private static GoldQuestion of(String line, String place) {
        try {
            JsonNode row = JsonMapper.shared().readTree(line);
            String text = row.path("question").asString("");
            List<String> answers = StreamSupport.stream(row.path("answers").spliterator(), false)
                    .map(JsonNode::asString)
                    .filter(answer -> !answer.isBlank())
                    .toList();
            if (text.isBlank() || answers.isEmpty()) {
                throw new IllegalArgumentException(place + " has no 'question' or no 'answers'");
            }
            String askedOn = row.path("askedOn").asString("");
            return new GoldQuestion(
                    row.path("id").asString(place),
                    text,
                    askedOn.isEmpty() ? null : LocalDate.parse(askedOn),
                    answers,
                    row.path("googleTop").isArray());
        } catch (JacksonException | DateTimeParseException e) {
            throw new IllegalArgumentException(place + " is no question in JSON: " + e.getMessage(), e);
        }
    }

    /** What could be known when it was asked. */
    public Filter filter() {
        return filter(askedOn);
    }

    /** What could be known when a question of this day was asked. */
    static Filter filter(@Nullable LocalDate askedOn) {
        return askedOn == null ? Filter.NONE : Filter.asOf(askedOn.plusDays(DAYS_OF_GRACE));
    }

    /** Every third question by chance of its id: what is tuned on the others is reported on these. */
    public boolean isKeptAside() {
        return Math.floorMod(id.hashCode(), PARTS) == 0;
    }

    /** Whether its headline or its text holds one of the answers. */
    public boolean isAnsweredBy(Article article) {
        return isAnsweredBy(article.title() + "\n" + article.body());
    }

    /** Whether one of the answers stands in the text, word for word; an answer of articles alone, such as "A", stands nowhere. */
    public boolean isAnsweredBy(String text) {
        String normal = NormalForm.ofPassage(text);
        return answers.stream()
                .map(NormalForm::ofPassage)
                .filter(answer -> !answer.isBlank())
                .anyMatch(normal::contains);
    }
}
