package io.text2vec.embedder;

/** Makes the embedder of a process from its environment; found by {@link java.util.ServiceLoader}. */
public interface EmbedderProvider {

    /**
     * Starts loading and returns at once; a failure to load, a wrong setting too, shows in {@link Embedder#loaded()}.
     */
    Embedder open();

    /** Whether it is to be taken before all others, by the settings of this process. */
    default boolean first() {
        return false;
    }
}
