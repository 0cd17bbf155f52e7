package io.dateline.answering;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.content.Content;
import io.dateline.answering.SpanAnswerReader.Candidate;
import io.dateline.corpus.SentenceSplitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores passages by how much speaks for the best answer that can be read in each, beside one another: 0 to 1, and 0 for one without words. The
 * segments carry the metadata that {@link io.dateline.retrieval.PassageContentRetriever} writes. Thread-safe; throws what the reader throws.
 */
final class AnswerScoringModel implements ScoringModel {

    private final SpanAnswerReader reader;
    private final SentenceSplitter splitter;

    AnswerScoringModel(SpanAnswerReader reader, SentenceSplitter splitter) {
        this.reader = reader;
        this.splitter = splitter;
    }

    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String question) {
        List<Evidence> evidence = segments.stream()
                .map(segment -> Evidence.of(Content.from(segment), splitter))
                .toList();
        Map<Evidence, Double> best = new HashMap<>();
        for (Candidate span : reader.candidates(QuestionAnalysis.of(question), evidence)) {
            best.merge(span.finding().evidence(), SpanJudge.choice(span.known()), Math::max);
        }
        return Response.from(evidence.stream()
                .map(passage -> best.containsKey(passage) ? 1 / (1 + Math.exp(-best.get(passage))) : 0)
                .toList());
    }
}
