package io.dateline.channel.mcp;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model is told about the tools. */
final class ToolDefinitions {

    static final String INSTRUCTIONS =
            "Dateline holds an archive of news articles. Use 'ask' for a fact: it answers in quotations with their sources, or"
                    + " says that the archive does not hold the answer; then do not guess. Use 'search_articles' to look around"
                    + " and 'get_article' to read one. Cite the sources you use.";

    static final Tool ASK = tool(
            "ask",
            "Ask the news archive",
            "Answers one question from the archived news articles, with verbatim quotations and numbered sources; or says that"
                    + " the archive does not hold the answer.",
            Map.of(
                    "question",
                    text("The question. It must stand alone: name the people, places and things it is about.", 2000)),
            "question");

    static final Tool SEARCH = tool(
            "search_articles",
            "Search the news archive",
            "Finds the passages of the archived news articles that fit words or a question best, best first.",
            Map.of(
                    "query", text("Words, or a question; nothing in it is syntax.", 2000),
                    "k", number("How many passages, 8 when left out.", 1, 50)),
            "query");

    static final Tool ARTICLE = definition(
            "get_article",
            "Read an article",
            "The text of one archived article, from the id that 'ask' and 'search_articles' name.",
            Map.of(
                    "id", text("The article's id.", 500),
                    "start", number("First character to read, 0 when left out.", 0, Integer.MAX_VALUE),
                    "length", number("How many characters, 16,000 when left out.", 1, 100_000)),
            "id");

    private ToolDefinitions() {}

    /** With the limits of what is searched beside its own arguments. */
    private static Tool tool(
            String name, String title, String description, Map<String, Object> properties, String required) {
        Map<String, Object> all = new LinkedHashMap<>(properties);
        all.put("as_of", day("Leave out what was published after this day."));
        all.put("from", day("Only articles published on this day or later."));
        all.put("to", day("Only articles published on this day or earlier."));
        all.put("publisher", text("Only articles of the publisher with exactly this name.", 500));
        return definition(name, title, description, all, required);
    }

    private static Tool definition(
            String name, String title, String description, Map<String, Object> properties, String required) {
        return Tool.builder(
                        name,
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                properties,
                                "required",
                                List.of(required),
                                "additionalProperties",
                                false))
                .title(title)
                .description(description)
                .annotations(ToolAnnotations.builder()
                        .title(title)
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static Map<String, Object> text(String description, int longest) {
        return Map.of("type", "string", "description", description, "maxLength", longest);
    }

    private static Map<String, Object> day(String description) {
        return Map.of("type", "string", "format", "date", "description", description);
    }

    private static Map<String, Object> number(String description, int least, int most) {
        return Map.of("type", "integer", "description", description, "minimum", least, "maximum", most);
    }
}
