package io.text2vec.runtime.source;

/**
 * Turns the name of a model into its files, fetching them if need be. Found by {@link java.util.ServiceLoader}, and looked for
 * only when {@code MODEL_NAME} names a model: a start that doesn't ask for one loads no class of it.
 */
public interface ModelSource {

    /**
     * Finds a model, blocking until its files are there. An interrupt ends it.
     *
     * @param name as {@code MODEL_NAME} says it
     * @param variant as {@code TEXT2VEC_VARIANT} says it
     * @throws ModelException if it can't be had, saying what to do
     */
    ModelLocation find(String name, String variant);
}
