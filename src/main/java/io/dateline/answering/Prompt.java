package io.dateline.answering;

import dev.langchain4j.model.input.PromptTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A prompt of the folder {@code prompts/}, checked for its placeholders when it is loaded. */
final class Prompt {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private final PromptTemplate template;

    private Prompt(String text) {
        this.template = PromptTemplate.from(text);
    }

    /**
     * Loads the prompt from the folder if it has a file of this name, else the one that ships.
     *
     * @param placeholders exactly those the prompt must hold
     * @throws IllegalStateException if it holds others, or lacks one
     */
    static Prompt load(String name, Path folder, Set<String> placeholders) {
        String text = read(name, folder);
        Set<String> found =
                PLACEHOLDER.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        if (!found.equals(placeholders)) {
            throw new IllegalStateException("prompt " + name + " must hold the placeholders "
                    + new TreeSet<>(placeholders) + ", each as {{name}}; it holds " + found);
        }
        return new Prompt(text);
    }

    String fill(Map<String, Object> values) {
        return template.apply(values).text();
    }

    private static String read(String name, Path folder) {
        try {
            Path own = folder.resolve(name);
            if (Files.isRegularFile(own)) {
                return Files.readString(own);
            }
            try (InputStream shipped = Prompt.class.getResourceAsStream("/prompts/" + name)) {
                if (shipped == null) {
                    throw new IllegalStateException(
                            "there is no prompt " + name + ", neither in " + folder + " nor packed");
                }
                return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("prompt " + name + " cannot be read", e);
        }
    }
}
