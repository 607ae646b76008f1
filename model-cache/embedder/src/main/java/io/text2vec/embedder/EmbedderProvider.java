package io.text2vec.embedder;

/** Makes the embedder of a process from its environment; found by {@link java.util.ServiceLoader}. */
public interface EmbedderProvider {

    /**
     * Starts loading and returns at once; a failure to load, a wrong setting too, shows in {@link Embedder#loaded()}.
     */
    Embedder open();

    /** Of several the one with the lowest is taken; by the settings of this process, if it likes. */
    default int order() {
        return 0;
    }
}
