package io.text2vec.web;

import io.quarkus.arc.All;
import io.text2vec.embedder.Embedder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whether the whole application serves; every door that is asked for its health answers by this. */
@Singleton
public final class Readiness {
    private final Embedder embedder;
    private final Drain drain;
    private final List<Starting> parts;

    Readiness(Embedder embedder, Drain drain, @All List<Starting> parts) {
        this.embedder = embedder;
        this.drain = drain;
        this.parts = parts;
    }

    /** Loaded, warm, every part started, and no shutdown begun. */
    public boolean ready() {
        return obstacle().isEmpty();
    }

    /** Why it doesn't serve, in a sentence; empty while it does. */
    public Optional<String> obstacle() {
        if (drain.begun()) {
            return Optional.of("The function is shutting down.");
        }
        if (embedder.present() && !embedder.ready()) {
            return Optional.of("The model is not loaded yet.");
        }
        return parts.stream()
                .filter(part -> !part.ready())
                .findFirst()
                .map(part -> part.name() + " are not ready yet.");
    }
}
