package io.dateline.channel;

import io.dateline.answering.Answer;
import io.dateline.answering.Citation;
import io.dateline.answering.Source;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer as a terminal shows it: the short answer, the text, and the sources by number. Whatever an article holds, no
 * character of it moves the cursor, colours or names anything.
 */
public final class TerminalText {

    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    /** Control characters and those that turn the direction of writing; lines and tabs stay. */
    private static final Pattern ACTING = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

    /** Answers are Markdown with backslashes before what would act as markup; in a terminal nothing does. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_\\[\\]<>~&#+.):-])");

    private final boolean isColoured;
    private final StringBuilder written = new StringBuilder();

    private TerminalText(boolean isColoured) {
        this.isColoured = isColoured;
    }

    /** Ends without a line break. */
    public static String of(Answer answer, boolean isColoured) {
        TerminalText text = new TerminalText(isColoured);
        text.add(answer);
        return text.written.toString().stripTrailing();
    }

    private void add(Answer answer) {
        if (answer.fact() != null) {
            line(BOLD, answer.fact().text());
            line("", "");
        }
        line("", ESCAPED.matcher(answer.text()).replaceAll("$1"));
        if (answer.notice() != null) {
            line("", "");
            line(YELLOW, answer.notice());
        }
        if (!answer.citations().isEmpty()) {
            line("", "");
        }
        Map<String, Source> sources =
                answer.sources().stream().collect(Collectors.toMap(Source::articleId, Function.identity()));
        for (Citation citation : answer.citations()) {
            Source source = sources.get(citation.articleId());
            String title = source == null ? citation.articleId() : about(source);
            String doubt = citation.verdict() == Citation.Verdict.UNSUPPORTED ? " (does not say this)" : "";
            line(FAINT, "[" + citation.number() + "] " + title + doubt);
        }
        if (answer.status() == Answer.Status.NOT_FOUND && !answer.sources().isEmpty()) {
            line("", "");
            line("", "Nearest articles:");
            answer.sources().forEach(source -> line("", "  " + about(source)));
        }
    }

    private static String about(Source source) {
        String publisher = source.publisher() == null ? "" : ", " + source.publisher();
        String day = source.publishedAt() == null ? ", undated" : ", " + source.publishedAt();
        String url = source.url() == null ? "" : " " + source.url();
        return source.title() + publisher + day + url;
    }

    private void line(String style, String text) {
        boolean isStyled = isColoured && !style.isEmpty();
        written.append(isStyled ? style : "")
                .append(ACTING.matcher(text).replaceAll(""))
                .append(isStyled ? PLAIN : "")
                .append('\n');
    }
}
