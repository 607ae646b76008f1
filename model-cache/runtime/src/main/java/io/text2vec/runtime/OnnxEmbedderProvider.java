package io.text2vec.runtime;

import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.EmbedderProvider;

/** Opens the embedder that the environment of this process describes. */
public final class OnnxEmbedderProvider implements EmbedderProvider {

    @Override
    public Embedder open() {
        return new OnnxEmbedder(RuntimeSettings::ofProcess, ModelCache.ofProcess());
    }
}
