package io.text2vec.embedder;

/** Told what happens inside an {@link Embedder}. Called on its own threads: return at once and throw nothing. */
public interface EmbedObserver {

    /**
     * An inference ended.
     *
     * @param sequences how many token sequences ran together
     * @param tokens their tokens, without padding
     * @param padding tokens that were only padding
     * @param nanos how long it took
     */
    default void ran(int sequences, int tokens, int padding, long nanos) {}

    /** A text was looked up in the cache; not called when there is none. */
    default void lookedUp(boolean hit) {}
}
