package io.dateline.desk;

import io.dateline.answering.Answer;
import io.dateline.answering.Answer.Status;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.FactFound;
import io.dateline.answering.AnswerEvent.SourcesFound;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.Citation;
import io.dateline.answering.Fact;
import io.dateline.answering.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the person who stopped an answer had seen of it, kept so that a reload shows it again. */
final class UnfinishedAnswer {

    private UnfinishedAnswer() {}

    /** Empty when nothing had been found yet. */
    static Optional<Answer> of(AnswerLog log) {
        List<Source> sources = List.of();
        @Nullable Fact fact = null;
        StringBuilder text = new StringBuilder();
        List<Citation> citations = new ArrayList<>();
        for (int seq = 0; ; seq++) {
            Optional<AnswerLog.Entry> entry = log.after(seq);
            if (entry.isEmpty()) {
                break;
            }
            switch (entry.get().event()) {
                case SourcesFound found -> sources = found.sources();
                case FactFound found -> fact = found.fact();
                case TextAdded added -> text.append(added.delta());
                case CitationAdded added -> citations.add(added.citation());
                case AnswerEvent.Accepted accepted -> {}
                case AnswerEvent.Rewritten rewritten -> {}
                case AnswerEvent.Terminal end -> {}
            }
        }
        return sources.isEmpty() && text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(
                        Status.ANSWERED,
                        text.toString(),
                        fact,
                        citations,
                        sources,
                        List.of(),
                        Answer.READER,
                        Map.of(),
                        null,
                        null));
    }
}
