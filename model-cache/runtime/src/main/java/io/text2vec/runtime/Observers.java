package io.text2vec.runtime;

import io.text2vec.embedder.EmbedObserver;
import java.util.List;

/** Tells all listeners what one is told. */
record Observers(List<EmbedObserver> all) implements EmbedObserver {

    @Override
    public void ran(int sequences, int tokens, int padding, long nanos) {
        for (EmbedObserver observer : all) {
            observer.ran(sequences, tokens, padding, nanos);
        }
    }

    @Override
    public void lookedUp(boolean hit) {
        for (EmbedObserver observer : all) {
            observer.lookedUp(hit);
        }
    }
}
