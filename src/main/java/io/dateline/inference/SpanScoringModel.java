package io.dateline.inference;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.List;

/**
 * Scores a text by how surely the reader finds the answer to a question in it: the probability of the best span, 0 to 1, and 0 for a
 * text without words. A headline in the metadata {@code title} is read along. Thread-safe; throws what the reader throws.
 */
public final class SpanScoringModel implements ScoringModel {

    private final SpanReader reader;

    public SpanScoringModel(SpanReader reader) {
        this.reader = reader;
    }

    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String question) {
        List<SpanReader.Text> texts = segments.stream()
                .map(segment -> new SpanReader.Text(title(segment), segment.text()))
                .toList();
        return Response.from(reader.read(question, texts, 1).stream()
                .map(spans -> spans.stream()
                        .mapToDouble(AnswerSpan::probability)
                        .max()
                        .orElse(0))
                .toList());
    }

    private static String title(TextSegment segment) {
        String title = segment.metadata().getString("title");
        return title == null ? "" : title;
    }
}
