package io.dateline.answering;

import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.FactFound;
import io.dateline.answering.AnswerEvent.SourcesFound;
import io.dateline.answering.AnswerEvent.TextAdded;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Answers as a test tells it to, by the text of the question; a question it was not told about gets a short answer. */
public final class ScriptedAnswerer implements Answerer {

    private static final Citation CITATION =
            new Citation(1, "a-1", 4, 30, "signed “the” <treaty> & left", Citation.Verdict.SUPPORTED);
    private static final Fact FACT = new Fact("the treaty", "They signed the treaty.", CITATION, 0.75);
    private static final Source SOURCE = new Source(
            1, "a-1", "A treaty", "https://news.example.org/a-1", null, LocalDate.of(2023, 3, 1), "They signed.");

    private final Map<String, Answerer> scripts = new ConcurrentHashMap<>();
    private final Queue<Question> asked = new ConcurrentLinkedQueue<>();

    public void on(String text, Answerer script) {
        scripts.put(text, script);
    }

    /** How often this was asked. */
    public long count(String text) {
        return asked.stream().filter(question -> question.text().equals(text)).count();
    }

    @Override
    public Answer answer(Question question, List<Exchange> past, Consumer<AnswerEvent> listener)
            throws InterruptedException {
        asked.add(question);
        return scripts.getOrDefault(question.text(), ScriptedAnswerer::shortly).answer(question, past, listener);
    }

    /** Six events and an answer. */
    public static Answer shortly(Question question, List<Exchange> past, Consumer<AnswerEvent> listener) {
        listener.accept(new AnswerEvent.Rewritten(question.text() + " (standalone)"));
        listener.accept(new SourcesFound(List.of(SOURCE), 1, 12));
        listener.accept(new FactFound(FACT));
        listener.accept(new TextAdded("They signed "));
        listener.accept(new TextAdded("the treaty.\n\n[1] – 条約 🕊"));
        listener.accept(new CitationAdded(CITATION));
        return answer("They signed the treaty.\n\n[1] – 条約 🕊");
    }

    public static Answer answer(String text) {
        Map<String, Long> timings = new LinkedHashMap<>();
        timings.put("retrieve", 11L);
        timings.put("total", 23L);
        return new Answer(
                Answer.Status.ANSWERED,
                text,
                FACT,
                List.of(CITATION),
                List.of(SOURCE),
                List.of("When?"),
                "reader",
                timings,
                null,
                null);
    }
}
