package io.text2vec.bench.direct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The two files of the embedded default model. */
final class EmbeddedModel {
    private EmbeddedModel() {}

    static byte[] graph() {
        return read("/all-minilm-l6-v2-q.onnx");
    }

    static byte[] tokenizer() {
        return read("/all-minilm-l6-v2-q-tokenizer.json");
    }

    private static byte[] read(String resource) {
        try (InputStream in = EmbeddedModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The embedded model is not on the class path: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
