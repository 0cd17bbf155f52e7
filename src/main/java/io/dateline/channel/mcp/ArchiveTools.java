package io.dateline.channel.mcp;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.channel.AnswerText;
import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.channel.mcp.ArchiveTool.Caller;
import io.dateline.corpus.Article;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.AnswerLog;
import io.dateline.index.ArticleIndex;
import io.dateline.retrieval.Hit;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three tools: {@code ask}, {@code search_articles} and {@code get_article}. Each result is a text for the model and the same
 * as a structure for programs. Nothing that is asked here is kept. Thread-safe.
 */
@Component
public final class ArchiveTools {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveTools.class);

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static final int USUAL_HITS = 8;
    private static final int MOST_HITS = 50;

    /** Characters of an article in one result: some 4,000 tokens. */
    private static final int USUAL_LENGTH = 16_000;

    private static final int MOST_LENGTH = 100_000;

    private final AnswerDesk desk;
    private final Retriever retriever;
    private final ArticleIndex index;
    private final JsonMapper mapper;

    ArchiveTools(AnswerDesk desk, Retriever retriever, ArticleIndex index, JsonMapper mapper) {
        this.desk = desk;
        this.retriever = retriever;
        this.index = index;
        this.mapper = mapper;
    }

    List<ArchiveTool> tools() {
        return List.of(
                new ArchiveTool(ToolDefinitions.ASK, this::ask),
                new ArchiveTool(ToolDefinitions.SEARCH, (arguments, caller) -> search(arguments)),
                new ArchiveTool(ToolDefinitions.ARTICLE, (arguments, caller) -> article(arguments)));
    }

    /** Calls the tool; whatever goes wrong becomes a result that says so, since the model can act on that. */
    static CallToolResult call(ArchiveTool tool, @Nullable Map<String, Object> arguments, Caller caller) {
        try {
            return tool.action().call(new ToolArguments(arguments == null ? Map.of() : arguments), caller);
        } catch (BadRequestException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("Dateline is shutting down.");
        } catch (RuntimeException e) {
            LOG.error("The tool {} failed", tool.definition().name(), e);
            return failed("Something went wrong.");
        }
    }

    private CallToolResult ask(ToolArguments arguments, Caller caller) throws InterruptedException {
        AnswerLog log = desk.askAside(
                Asked.question(UUID.randomUUID().toString(), null, arguments.text("question"), arguments.filter())
                        .of(caller.owner()),
                List.of());
        for (int seq = 0; ; ) {
            AnswerLog.Entry entry = log.await(seq, A_WHILE).orElse(null);
            if (entry == null) {
                continue;
            }
            seq = entry.seq();
            switch (entry.event()) {
                case AnswerEvent.Completed completed -> {
                    return answered(completed, caller.pages());
                }
                case AnswerEvent.Failed failed -> {
                    return failed(failed.message());
                }
                case AnswerEvent.Stopped stopped -> {
                    return failed("The question was stopped.");
                }
                case AnswerEvent.Accepted e -> {}
                case AnswerEvent.Rewritten e -> {}
                case AnswerEvent.SourcesFound e -> {}
                case AnswerEvent.FactFound e -> {}
                case AnswerEvent.TextAdded e -> {}
                case AnswerEvent.CitationAdded e -> {}
            }
        }
    }

    private CallToolResult answered(AnswerEvent.Completed completed, String pages) {
        AnswerText text = new AnswerText(pages);
        text.add(completed);
        Answer answer = completed.answer();
        String nearest = answer.status() == Answer.Status.NOT_FOUND
                        && !answer.sources().isEmpty()
                ? "\n\nNearest articles:"
                        + String.join(
                                "",
                                answer.sources().stream()
                                        .map(source -> "\n- " + source.title() + " (id " + source.articleId() + ")")
                                        .toList())
                : "";
        return CallToolResult.builder()
                .addTextContent(text.text() + nearest)
                .structuredContent(mapper.convertValue(answer, Map.class))
                .isError(false)
                .build();
    }

    private CallToolResult search(ToolArguments arguments) {
        String query = arguments.text("query");
        Asked.requireText("query", query);
        int k = arguments.number("k", USUAL_HITS, 1, MOST_HITS);
        List<Hit> hits;
        try {
            hits = retriever.retrieve(new SearchQuery(query, arguments.filter()), k);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("'query' must have 1 to 2,000 characters.");
        }
        StringBuilder text = new StringBuilder(hits.isEmpty() ? "Nothing in the archive is like this." : "");
        List<Map<String, Object>> found = new ArrayList<>();
        for (Hit hit : hits) {
            Map<String, Object> entry = about(hit.article());
            entry.put("start", hit.passage().start());
            entry.put("end", hit.passage().end());
            entry.put("text", hit.passage().text());
            found.add(entry);
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(found.size())
                    .append(". ")
                    .append(line(hit.article()))
                    .append('\n')
                    .append(hit.passage().text());
        }
        return CallToolResult.builder()
                .addTextContent(text.toString())
                .structuredContent(Map.of("hits", found))
                .isError(false)
                .build();
    }

    private CallToolResult article(ToolArguments arguments) {
        String id = arguments.text("id");
        Article article = index.article(id)
                .orElseThrow(() -> new BadRequestException(
                        "There is no article '" + id + "'; search_articles and ask name the ids there are."));
        String body = article.body();
        int start = Math.min(arguments.number("start", 0, 0, Integer.MAX_VALUE), body.length());
        int length = arguments.number("length", USUAL_LENGTH, 1, MOST_LENGTH);
        int end = (int) Math.min((long) start + length, body.length());
        Map<String, Object> whole = about(article);
        whole.put("authors", article.authors());
        whole.put("start", start);
        whole.put("end", end);
        whole.put("characters", body.length());
        whole.put("body", body.substring(start, end));
        String more =
                end < body.length() ? "\n\n(" + (body.length() - end) + " characters more: start " + end + ")" : "";
        return CallToolResult.builder()
                .addTextContent(line(article) + "\n\n" + body.substring(start, end) + more)
                .structuredContent(whole)
                .isError(false)
                .build();
    }

    private static Map<String, Object> about(Article article) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", article.id());
        about.put("title", article.title());
        if (article.url() != null) {
            about.put("url", article.url());
        }
        if (article.publisher() != null) {
            about.put("publisher", article.publisher());
        }
        if (article.publishedAt() != null) {
            about.put("publishedAt", article.publishedAt().toString());
        }
        return about;
    }

    private static String line(Article article) {
        return article.title() + " ("
                + (article.publisher() == null ? "" : article.publisher() + ", ")
                + (article.publishedAt() == null ? "undated" : article.publishedAt()) + ", id " + article.id() + ")";
    }

    private static CallToolResult failed(String why) {
        return CallToolResult.builder().addTextContent(why).isError(true).build();
    }
}
