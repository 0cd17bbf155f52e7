package io.dateline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question of RealTimeQA.
 *
 * @param answers normalised
 */
record RecallQuestion(String text, LocalDate askedOn, List<String> answers) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLES = Pattern.compile(" (a|an|the)(?= )");

    static List<RecallQuestion> read(Path file) throws IOException {
        JsonMapper json = JsonMapper.shared();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(json::readTree).map(RecallQuestion::of).toList();
        }
    }

    private static RecallQuestion of(JsonNode row) {
        List<String> answers = StreamSupport.stream(row.get("answers").spliterator(), false)
                .map(answer -> normalised(answer.asString()))
                .toList();
        return new RecallQuestion(
                row.get("question").asString(),
                LocalDate.parse(row.get("askedOn").asString()),
                answers);
    }

    /** Lower case, no accents, punctuation or articles, and a space at either end. */
    static String normalised(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String words = " "
                + NO_WORD.matcher(plain.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
        return ARTICLES.matcher(words).replaceAll("");
    }

    boolean isAnsweredBy(String passage) {
        String normalised = normalised(passage);
        return answers.stream().anyMatch(normalised::contains);
    }
}
