package io.dateline.answering;

import io.dateline.answering.Answer.Status;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.AnswerReader.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes the answer out of what was read: by a language model where one is connected and does it well, else by quoting. */
final class AnswerComposer {

    private static final Logger log = LoggerFactory.getLogger(AnswerComposer.class);

    private final QuotingComposer quoting;
    private final @Nullable ModelComposer model;
    private final FollowUps followUps;

    AnswerComposer(QuotingComposer quoting, @Nullable ModelComposer model, FollowUps followUps) {
        this.quoting = quoting;
        this.model = model;
        this.followUps = followUps;
    }

    /**
     * What an answer is made of.
     *
     * @param past of the conversation, oldest first
     * @param asOf the day that the question is asked as of; null for today
     * @param found whether the reader is sure enough to be quoted
     */
    record Material(
            QuestionAnalysis asked,
            List<Exchange> past,
            @Nullable LocalDate asOf,
            List<Evidence> evidence,
            Reading reading,
            boolean found) {}

    /** The same without the language model. */
    AnswerComposer withoutModel() {
        return new AnswerComposer(quoting, null, followUps);
    }

    /** Tells the draft's listener of each part as it comes. */
    Answer compose(Material material, Draft draft) throws InterruptedException {
        boolean isNothingFound =
                !material.found && (model == null || material.reading.findings().isEmpty());
        if (isNothingFound) {
            return refuse(material, draft);
        }
        if (model == null) {
            return quote(material, null, draft);
        }
        try {
            return compose(model, material, draft);
        } catch (ModelFault fault) {
            log.warn("The language model did not answer, the articles are quoted instead: {}", fault.toString());
            return quote(material, fault.reason().notice(), draft);
        }
    }

    private Answer compose(ModelComposer model, Material material, Draft draft)
            throws ModelFault, InterruptedException {
        ModelComposer.Composed composed = model.compose(
                material.asked.text(),
                material.asOf,
                QuotableSentences.of(material.reading.findings(), material.evidence),
                draft.hasFact(),
                draft.listener());
        draft.lap("compose");
        return switch (composed.outcome()) {
            case REFUSED -> refuse(material, draft);
            case MOSTLY_UNSUPPORTED ->
                quote(
                        material,
                        "Most of what the language model wrote does not stand in the articles, so this quotes them.",
                        draft);
            case HOLDS -> {
                QuotingComposer.Composed whole = completed(composed, material, draft);
                yield draft.finish(
                        whole.text(),
                        whole.citations(),
                        followUps.after(material.asked.text(), material.past, whole.citations()),
                        model.modelName(),
                        composed.tokens(),
                        null);
            }
        };
    }

    private Answer quote(Material material, @Nullable String notice, Draft draft) {
        if (!material.found) {
            return refuse(material, draft);
        }
        QuotingComposer.Composed composed = quoting.quote(material.reading.findings(), draft.listener());
        draft.lap("compose");
        return draft.finish(
                composed.text(),
                composed.citations(),
                followUps.after(material.asked.text(), material.past, composed.citations()),
                Answer.READER,
                null,
                notice);
    }

    private static Answer refuse(Material material, Draft draft) {
        return draft.say(Status.NOT_FOUND, Refusal.of(material.asked, material.evidence));
    }

    /** The model is asked to show reports that differ side by side, and to say what is undated; what it left out is added. */
    private QuotingComposer.Composed completed(ModelComposer.Composed composed, Material material, Draft draft) {
        StringBuilder text = new StringBuilder(composed.text());
        List<Citation> citations = new ArrayList<>(composed.citations());
        List<Finding> untold = DifferingReports.of(material.asked, material.reading.findings()).stream()
                .filter(report -> citations.stream()
                        .noneMatch(c -> c.articleId().equals(report.evidence().articleId())
                                && text.indexOf("[" + c.number() + "]") >= 0))
                .toList();
        if (!untold.isEmpty()) {
            add(text, "\n\nThe articles differ on this.\n\n", draft);
            QuotingComposer.Composed quoted = quoting.write(untold, citations.size() + 1, draft.listener());
            text.append(quoted.text());
            citations.addAll(quoted.citations());
        }
        for (String title : UndatedReports.titles(material.asked, cited(citations, material.evidence))) {
            add(text, "\n\n“" + Markdown.escape(title) + "” is undated.", draft);
        }
        return new QuotingComposer.Composed(text.toString(), citations);
    }

    private static List<Finding> cited(List<Citation> citations, List<Evidence> evidence) {
        return citations.stream()
                .flatMap(citation -> evidence.stream()
                        .filter(e -> e.articleId().equals(citation.articleId()))
                        .flatMap(e -> e.sentences().stream()
                                .filter(s -> s.start() == citation.start())
                                .map(s -> new Finding(e, s, null, 0))))
                .toList();
    }

    private static void add(StringBuilder text, String words, Draft draft) {
        text.append(words);
        draft.listener().accept(new TextAdded(words));
    }
}
