package io.dateline.inference;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.jna.Memory;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The span reader of {@code src/reader-training}, run by ONNX Runtime with one thread a passage. It loads behind its constructor;
 * who reads first waits for it. What the network wants and gives is written down in {@code src/reader-training/README.md}.
 */
final class OnnxSpanReader implements SpanReader {

    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");
    private static final Set<String> OUTPUTS = Set.of("start_logits", "end_logits");

    /** Half a surrogate pair, or NUL: on its way to the tokenizer's native code it would become several characters. */
    private static final Pattern NO_UNICODE = Pattern.compile("[\\p{Cs}\\x00]");

    private final CompletableFuture<Model> model;
    private final Executor executor;

    OnnxSpanReader(ReaderFiles files, Executor executor) {
        this.executor = executor;
        // Session and tokenizer bring native code of their own, the settings Jackson; together they take as long as the
        // slowest.
        CompletableFuture<OrtSession> loading = CompletableFuture.supplyAsync(() -> session(files), executor);
        CompletableFuture<ReaderSettings> settings = CompletableFuture.supplyAsync(files::settings, executor);
        this.model = loading.thenCombine(
                CompletableFuture.supplyAsync(files::tokenizer, executor),
                (session, tokenizer) -> new Model(OnnxRuntime.environment(), session, tokenizer, settings.join()));
    }

    private static OrtSession session(ReaderFiles files) {
        try (Memory model = files.model()) {
            OrtSession session = OnnxRuntime.session(model);
            if (!session.getInputNames().equals(INPUTS)
                    || !session.getOutputNames().equals(OUTPUTS)) {
                String tensors = session.getInputNames() + " and gives " + session.getOutputNames();
                session.close();
                throw new IllegalStateException(
                        "reader.onnx from " + files.place() + " is no reader: it takes " + tensors);
            }
            return session;
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "ONNX Runtime does not take reader.onnx from " + files.place() + ": " + e.getMessage(), e);
        }
    }

    /** Done when the model has loaded, and failed when it could not be. */
    CompletableFuture<?> loaded() {
        return model;
    }

    /** The longest passages are read first, so that no core reads a long one while the others have nothing left. */
    @Override
    public List<List<AnswerSpan>> read(String question, List<Text> passages, int n) {
        Model loaded = model.join();
        long[] asked = loaded.encode(question).getIds();
        List<Pending> pending = IntStream.range(0, passages.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -passages.get(i).passage().length()))
                .map(i -> new Pending(
                        i, CompletableFuture.supplyAsync(() -> loaded.read(asked, passages.get(i), n), executor)))
                .toList();
        return pending.stream()
                .sorted(Comparator.comparingInt(Pending::passage))
                .map(reading -> reading.spans().join())
                .toList();
    }

    private record Pending(int passage, CompletableFuture<List<AnswerSpan>> spans) {}

    private record Model(
            OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer, ReaderSettings settings) {

        Encoding encode(String text) {
            return tokenizer.encode(NO_UNICODE.matcher(text).replaceAll("\ufffd"), false, false);
        }

        List<AnswerSpan> read(long[] question, Text text, int n) {
            Encoding passage = encode(text.passage());
            if (passage.getIds().length == 0) {
                return List.of();
            }
            long[] title =
                    text.title().isBlank() ? new long[0] : encode(text.title()).getIds();
            List<AnswerSpan> spans = new ArrayList<>();
            for (ReaderWindow window :
                    ReaderWindow.of(question, title, passage.getIds(), passage.getCharTokenSpans(), settings)) {
                spans.addAll(read(window, text.passage(), n));
            }
            spans.sort(Comparator.comparingDouble(AnswerSpan::margin).reversed().thenComparingInt(AnswerSpan::start));
            return spans.stream().limit(n).toList();
        }

        private List<AnswerSpan> read(ReaderWindow window, String passage, int n) {
            long[] shape = {1, window.ids().capacity()};
            long[] mask = new long[window.ids().capacity()];
            Arrays.fill(mask, 1);
            try (OnnxTensor ids = OnnxTensor.createTensor(environment, window.ids(), shape);
                    OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                    OnnxTensor types = OnnxTensor.createTensor(environment, window.types(), shape);
                    OrtSession.Result result = session.run(
                            Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
                float[] start = logits(result, "start_logits");
                float[] end = logits(result, "end_logits");
                return best(window, start, end, passage, n);
            } catch (OrtException e) {
                throw new IllegalStateException("the reader model fails: " + e.getMessage(), e);
            }
        }

        private static float[] logits(OrtSession.Result result, String name) throws OrtException {
            return ((float[][]) result.get(name).orElseThrow().getValue())[0];
        }

        /** The n best spans that begin at different tokens. */
        private List<AnswerSpan> best(ReaderWindow window, float[] start, float[] end, String passage, int n) {
            int count = window.offsets().size();
            double none = start[0] + end[0];
            List<AnswerSpan> best = new ArrayList<>();
            for (int first = 0; first < count; first++) {
                int last = first;
                for (int j = first + 1; j < Math.min(count, first + settings.maxAnswerTokens()); j++) {
                    if (end[window.from() + j] > end[window.from() + last]) {
                        last = j;
                    }
                }
                double margin = start[window.from() + first] + end[window.from() + last] - none;
                best.add(new AnswerSpan(
                        utf16(passage, window.offsets().get(first).getStart()),
                        utf16(passage, window.offsets().get(last).getEnd()),
                        margin,
                        settings.probability(margin)));
            }
            best.sort(Comparator.comparingDouble(AnswerSpan::margin).reversed());
            return best.subList(0, Math.min(n, best.size()));
        }

        /** The tokenizer counts code points. */
        private static int utf16(String text, int codePoints) {
            return text.offsetByCodePoints(0, codePoints);
        }
    }
}
