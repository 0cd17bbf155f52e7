package io.dateline.answering;

import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.TextAdded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes an answer that consists of sentences of the articles, each with its article, its day and who said it. */
final class QuotingComposer {

    /** A sentence beside the first is quoted too when its score comes this near to the first one's. */
    private static final double NEARLY_AS_GOOD = 0.8;

    private static final int MOST_QUOTES = 3;

    /** What was written, beside the events that told of it. */
    record Composed(String text, List<Citation> citations) {
        Composed {
            citations = List.copyOf(citations);
        }
    }

    /** Quotes the best findings. */
    Composed quote(List<Finding> findings, Consumer<AnswerEvent> listener) {
        List<Finding> quoted = nearlyAsGood(QuotableSentences.of(findings)).stream()
                .limit(MOST_QUOTES)
                .toList();
        return write(quoted, 1, listener);
    }

    /** Those that come near to the first one. */
    static List<Finding> nearlyAsGood(List<Finding> findings) {
        double enough = findings.isEmpty() ? 0 : findings.getFirst().score() * NEARLY_AS_GOOD;
        return findings.stream().filter(f -> f.score() >= enough).toList();
    }

    /**
     * Quotes all of them, in the order given.
     *
     * @param first the number of the first citation
     */
    Composed write(List<Finding> quoted, int first, Consumer<AnswerEvent> listener) {
        StringBuilder text = new StringBuilder();
        List<Citation> citations = new ArrayList<>();
        String lastLead = "";
        for (Finding finding : quoted) {
            String lead = lead(finding);
            Citation citation = finding.cite(first + citations.size(), Citation.Verdict.SUPPORTED);
            String paragraph = (text.isEmpty() ? "" : "\n\n")
                    + (lead.equals(lastLead) ? "" : lead + "\n\n")
                    + Markdown.quote(citation.quote(), citation.number());
            lastLead = lead;
            text.append(paragraph);
            citations.add(citation);
            listener.accept(new TextAdded(paragraph));
            listener.accept(new CitationAdded(citation));
        }
        return new Composed(text.toString(), citations);
    }

    private static String lead(Finding finding) {
        Evidence evidence = finding.evidence();
        Optional<String> speaker = Attribution.in(finding.sentence().text());
        String article = "“" + Markdown.escape(evidence.title()) + "” ("
                + (evidence.publisher() == null ? "" : Markdown.escape(evidence.publisher()) + ", ")
                + (evidence.publishedAt() == null ? "undated" : Dates.day(evidence.publishedAt())) + ")";
        return speaker.map(who -> "According to " + Markdown.escape(who) + ", in " + article + ":")
                .orElse("From " + article + ":");
    }
}
