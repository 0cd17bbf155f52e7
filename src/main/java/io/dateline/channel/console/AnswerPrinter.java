package io.dateline.channel.console;

import io.dateline.answering.Answer;
import io.dateline.answering.Citation;
import io.dateline.answering.Fact;
import io.dateline.answering.Source;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Prints an answer for a person: the short answer, the text, and the sources by number. */
final class AnswerPrinter {

    private final PrintWriter out;
    private final Ansi ansi;

    AnswerPrinter(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(Answer answer) {
        Fact fact = answer.fact();
        if (fact != null) {
            out.println(styled(Ansi.Style.bold, fact.text()));
            out.println();
        }
        out.println(plain(answer.text()));
        if (answer.notice() != null) {
            out.println();
            out.println(styled(Ansi.Style.fg_yellow, answer.notice()));
        }
        if (!answer.citations().isEmpty()) {
            out.println();
        }
        Map<String, Source> sources =
                answer.sources().stream().collect(Collectors.toMap(Source::articleId, Function.identity()));
        for (Citation citation : answer.citations()) {
            Source source = sources.get(citation.articleId());
            String title = source == null ? citation.articleId() : line(source);
            String doubt = citation.verdict() == Citation.Verdict.UNSUPPORTED ? " (does not say this)" : "";
            out.println(styled(Ansi.Style.faint, "[" + citation.number() + "] " + title + doubt));
        }
        if (answer.status() == Answer.Status.NOT_FOUND && !answer.sources().isEmpty()) {
            out.println();
            out.println("Nearest articles:");
            answer.sources().forEach(source -> out.println("  " + line(source)));
        }
    }

    private static String line(Source source) {
        String publisher = source.publisher() == null ? "" : ", " + source.publisher();
        String day = source.publishedAt() == null ? ", undated" : ", " + source.publishedAt();
        String url = source.url() == null ? "" : " " + source.url();
        return source.title() + publisher + day + url;
    }

    /** Answers are Markdown with backslashes before what would act as markup; in a terminal nothing does. */
    private static String plain(String markdown) {
        return markdown.replaceAll("\\\\([\\\\`*_\\[\\]<>~&#+.):-])", "$1");
    }

    private String styled(Ansi.Style style, String text) {
        return ansi.enabled() ? style.on() + text + style.off() : text;
    }
}
