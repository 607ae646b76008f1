package io.text2vec.vectors;

import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.SharedEmbedder;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the doors the process's embedder, and closes it with the application. */
@Singleton
final class ProcessEmbedder {

    @Produces
    @Singleton
    Embedder open() {
        return SharedEmbedder.get();
    }

    void close(@Disposes Embedder embedder) {
        SharedEmbedder.close();
    }
}
