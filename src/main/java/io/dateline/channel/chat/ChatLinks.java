package io.dateline.channel.chat;

import io.dateline.answering.Answer;
import io.dateline.answering.Citation;
import io.dateline.answering.Source;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where sources can be read: where they were published, else on the page of this Dateline, at the sentence.
 *
 * @param pages such as {@code https://news.example.org}; empty when people in the chat do not reach it
 */
public record ChatLinks(String pages) {

    /** What the marker of citation {@code number} among these becomes. */
    ChatMarker marker(int number, List<Citation> citations, List<Source> sources) {
        return citations.stream()
                .filter(citation -> citation.number() == number)
                .findFirst()
                .map(citation -> new ChatMarker(
                        of(citation, source(citation, sources)), citation.verdict() == Citation.Verdict.UNSUPPORTED))
                .orElse(ChatMarker.UNKNOWN);
    }

    /** The address of the article, as it was published or here; null when neither is known. */
    @Nullable
    public String of(Source source) {
        String published = published(source);
        return published == null && !pages.isEmpty() ? pages + "/a/" + source.articleId() : published;
    }

    static @Nullable Source source(Citation citation, List<Source> sources) {
        return sources.stream()
                .filter(source -> source.articleId().equals(citation.articleId()))
                .findFirst()
                .orElse(null);
    }

    /** Sources that the answer cites, in the order of its citations; all of them when it cites none. */
    public static List<Source> cited(Answer answer) {
        List<Source> cited = answer.citations().stream()
                .map(citation -> source(citation, answer.sources()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return cited.isEmpty() ? answer.sources() : cited;
    }

    private @Nullable String of(Citation citation, @Nullable Source source) {
        String published = source == null ? null : published(source);
        return published == null && !pages.isEmpty()
                ? pages + "/a/" + citation.articleId() + "?start=" + citation.start() + "&end=" + citation.end()
                : published;
    }

    /** Only what is an address through and through, with nothing in it that Markdown or Slack would end it at. */
    private static @Nullable String published(Source source) {
        String url = source.url();
        return url != null && url.matches("https?://[\\x21-\\x7E]+")
                ? url.replace("(", "%28")
                        .replace(")", "%29")
                        .replace("|", "%7C")
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                : null;
    }
}
