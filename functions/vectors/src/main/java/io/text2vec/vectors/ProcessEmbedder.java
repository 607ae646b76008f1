package io.text2vec.vectors;

import io.quarkus.runtime.StartupEvent;
import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.SharedEmbedder;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the doors the process's embedder, and closes it with the application. */
final class ProcessEmbedder {

    @Produces
    @Singleton
    Embedder open() {
        return SharedEmbedder.get();
    }

    void close(@Disposes Embedder embedder) {
        SharedEmbedder.close();
    }

    /** Loads at start where no {@code main} has done so: in dev mode and in tests. */
    void start(@Observes StartupEvent start, Embedder embedder) {
        embedder.ready();
    }
}
