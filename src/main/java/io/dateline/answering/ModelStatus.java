package io.dateline.answering;

import io.dateline.inference.LanguageModel;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which language model is connected, and whether its server has it. Thread-safe. */
public final class ModelStatus {

    /** A page that looks often does not ask the server as often. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final @Nullable LanguageModel model;
    private @Nullable Report last;
    private long lastAt;

    /** @param model null when none is connected */
    ModelStatus(@Nullable LanguageModel model) {
        this.model = model;
    }

    /**
     * What is known of the model.
     *
     * @param provider {@code openai}, {@code ollama}, {@code anthropic} or {@code gemini}; null when no model is connected, as are name and server
     * @param answers whether the server says that it has the model
     * @param words all of it in a sentence for people
     * @param models the names of the models that the server has, in alphabetical order; empty when it does not say
     */
    public record Report(
            @Nullable String provider,
            @Nullable String name,
            @Nullable URI server,
            boolean answers,
            String words,
            List<String> models) {

        public Report {
            models = List.copyOf(models);
        }
    }

    /** Asks the server, unless it was asked a moment ago; takes some seconds when it does not answer. */
    public synchronized Report report() {
        long now = System.nanoTime();
        Report known = last;
        if (known == null || now - lastAt > FRESH.toNanos()) {
            known = ask();
            last = known;
            lastAt = System.nanoTime();
        }
        return known;
    }

    private Report ask() {
        if (model == null) {
            return new Report(
                    null, null, null, false, "No language model is connected; answers quote the articles.", List.of());
        }
        return ask(model);
    }

    private static Report ask(LanguageModel model) {
        String who = model.name() + " at " + model.server();
        List<String> names = List.of();
        boolean answers = false;
        String words;
        try {
            names = model.models().call();
            answers = names.stream().anyMatch(listed -> isMeant(listed, model.name()));
            words = answers
                    ? who + " answers."
                    : "The server at " + model.server() + " has no model " + model.name()
                            + (names.isEmpty() ? "." : "; it has " + String.join(", ", names) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            words = who + " was not asked to the end.";
        } catch (Exception e) {
            // The clients of four providers throw what they like; ModelFault tells it apart.
            words = ModelFault.of(e).reason().words() + ": " + who + ".";
        }
        return new Report(model.provider(), model.name(), model.server(), answers, words, names);
    }

    /** Ollama takes a name without a tag for the latest; Gemini lists names with a folder. */
    private static boolean isMeant(String listed, String name) {
        return listed.equals(name) || listed.equals(name + ":latest") || listed.endsWith("/" + name);
    }
}
