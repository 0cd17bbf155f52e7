package io.dateline.channel;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Citation;
import io.dateline.answering.Exchange;
import io.dateline.answering.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer as one Markdown text, for programs that show a message and nothing beside it: the question as it was searched, the
 * short answer in bold, the text, and the sources by number. It is written piece by piece. Not thread-safe.
 *
 * <p>The first two lines are read again when the message comes back as part of a conversation, so that a follow-up to a
 * follow-up finds what it refers to although nothing was kept here.
 */
public final class AnswerText {

    private static final Pattern SEARCHED = Pattern.compile("\\A_Searched for: (.+)_\n\n");
    private static final Pattern SHORT_ANSWER = Pattern.compile("\\A\\*\\*(.+)\\*\\*(?:\n\n|\\z)");
    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*_\\[\\]<>]");

    private final String pages;
    private final StringBuilder written = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final List<Annotation> annotations = new ArrayList<>();
    private @Nullable String searched;
    private @Nullable String shortAnswer;

    /** @param pages where this server's pages are, such as {@code http://localhost:8080} */
    public AnswerText(String pages) {
        this.pages = pages;
    }

    /**
     * Where a marker stands and what it points to.
     *
     * @param start first character of the marker in the message, inclusive, in UTF-16 units
     * @param end past its last, exclusive
     */
    public record Annotation(int start, int end, String url, String title) {}

    /** What the event adds to the message; empty when it adds nothing. */
    public String add(AnswerEvent event) {
        int before = written.length();
        switch (event) {
            case AnswerEvent.Rewritten e -> searched = e.question();
            // Shown with the first words of the text: until then a language model may still decline.
            case AnswerEvent.FactFound e -> shortAnswer = e.fact().text();
            case AnswerEvent.TextAdded e -> write(e.delta());
            case AnswerEvent.Completed e -> finish(e.answer());
            case AnswerEvent.Accepted e -> {}
            case AnswerEvent.SourcesFound e -> {}
            case AnswerEvent.CitationAdded e -> {}
            case AnswerEvent.Stopped e -> {}
            case AnswerEvent.Failed e -> {}
        }
        return written.substring(before);
    }

    /** The whole message so far. */
    public String text() {
        return written.toString();
    }

    /** In the order of the markers; empty until the answer is complete. */
    public List<Annotation> annotations() {
        return List.copyOf(annotations);
    }

    /** What was asked and answered, as it can be read off a message that this class wrote, or another. */
    public static Exchange exchange(String question, String message) {
        String standalone = question;
        String rest = message;
        Matcher line = SEARCHED.matcher(rest);
        if (line.find()) {
            standalone = unescape(line.group(1));
            rest = rest.substring(line.end());
        }
        Matcher bold = SHORT_ANSWER.matcher(rest);
        return Exchange.ofWords(question, standalone, bold.find() ? unescape(bold.group(1)) : rest);
    }

    private void write(String delta) {
        begin();
        body.append(delta);
        written.append(delta);
    }

    private void begin() {
        if (written.isEmpty()) {
            if (searched != null) {
                written.append("_Searched for: ").append(escape(searched)).append("_\n\n");
            }
            if (shortAnswer != null) {
                written.append("**").append(escape(shortAnswer)).append("**\n\n");
            }
        }
    }

    private void finish(Answer answer) {
        if (written.isEmpty()) {
            shortAnswer = answer.fact() == null ? null : answer.fact().text();
        }
        begin();
        int start = written.length() - body.length();
        if (answer.text().startsWith(body.toString())) {
            written.append(answer.text(), body.length(), answer.text().length());
        } else {
            written.append("\n\n---\n\nThe text above was given up. ");
            start = written.length();
            written.append(answer.text());
        }
        if (answer.notice() != null) {
            written.append("\n\n_").append(escape(answer.notice())).append('_');
        }
        cite(answer, start);
    }

    private void cite(Answer answer, int start) {
        Map<String, Source> sources = new HashMap<>();
        answer.sources().forEach(source -> sources.put(source.articleId(), source));
        int end = start + answer.text().length();
        String lead = "\n\nSources:\n";
        for (Citation citation : answer.citations()) {
            Source source = sources.get(citation.articleId());
            String title = source == null ? citation.articleId() : source.title();
            String url = url(citation, source);
            String marker = "[" + citation.number() + "]";
            for (int at = written.indexOf(marker, start);
                    at >= 0 && at < end;
                    at = written.indexOf(marker, at + marker.length())) {
                annotations.add(new Annotation(at, at + marker.length(), url, title));
            }
            written.append(lead)
                    .append(citation.number())
                    .append(". [")
                    .append(escape(title))
                    .append("](")
                    .append(url)
                    .append(')')
                    .append(source == null || source.publisher() == null ? "" : ", " + escape(source.publisher()))
                    .append(source == null || source.publishedAt() == null ? "" : ", " + source.publishedAt())
                    .append(citation.verdict() == Citation.Verdict.UNSUPPORTED ? " (does not say this)" : "");
            lead = "\n";
        }
        annotations.sort((a, b) -> Integer.compare(a.start(), b.start()));
    }

    /** Where the article was published, if that is known, else its page here, at the sentence. */
    private String url(Citation citation, @Nullable Source source) {
        String published = source == null ? null : source.url();
        return published != null && published.matches("https?://[\\x21-\\x7E]+")
                ? published.replace("(", "%28").replace(")", "%29")
                : pages + "/a/" + citation.articleId() + "?start=" + citation.start() + "&end=" + citation.end();
    }

    private static String escape(String text) {
        return ACTIVE.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }

    private static String unescape(String text) {
        return text.replaceAll("\\\\([\\\\`*_\\[\\]<>])", "$1");
    }
}
