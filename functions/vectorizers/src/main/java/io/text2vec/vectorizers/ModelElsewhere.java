package io.text2vec.vectorizers;

import io.text2vec.embedder.Embedder;
import io.text2vec.embedder.EmbedderProvider;
import java.util.Optional;
import java.util.function.Function;

/** Keeps a process whose vectors are all made elsewhere from loading a model, unless a setting names one. */
public final class ModelElsewhere implements EmbedderProvider {
    private final Function<String, String> named;

    public ModelElsewhere() {
        this(name -> System.getProperty(name, System.getenv(name)));
    }

    /** @param named value of a setting by its name, or null */
    ModelElsewhere(Function<String, String> named) {
        this.named = named;
    }

    /** Before everything that has a model where none is needed, else behind it. */
    @Override
    public int order() {
        return unneeded() ? -1 : 1;
    }

    private boolean unneeded() {
        boolean elsewhere = has(CommonUrls.BOTH) || has(CommonUrls.PASSAGE) && has(CommonUrls.QUERY);
        return elsewhere && !has("MODEL_NAME") && !has("TEXT2VEC_MODEL");
    }

    private boolean has(String setting) {
        return Optional.ofNullable(named.apply(setting))
                .filter(value -> !value.isBlank())
                .isPresent();
    }

    @Override
    public Embedder open() {
        return unneeded() ? NoModel.unneeded() : NoModel.missing();
    }
}
