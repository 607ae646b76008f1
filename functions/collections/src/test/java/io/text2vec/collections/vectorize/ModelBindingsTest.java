package io.text2vec.collections.vectorize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelBindingsTest {
    private static final ModelScope PASSAGES = new ModelScope("", "passage", false);
    private static final ModelScope QUERIES = new ModelScope("", "query", false);
    private static final ModelScope PASSAGES_APART = new ModelScope("", "passage", true);
    private static final ModelScope QUERIES_APART = new ModelScope("", "query", true);
    private static final ModelScope NAMED = new ModelScope("title", "passage", false);
    private static final ModelScope NAMED_QUERIES = new ModelScope("title", "query", true);

    private static ModelBindings read(String remembered) {
        return ModelBindings.read(Optional.of(remembered));
    }

    @Test
    void whatWasRememberedBeforeThereWereOthersHoldsForEveryTask() {
        ModelBindings bindings = read("a model, recipe declared, 1-2");

        assertThat(bindings.of(PASSAGES)).contains("a model, recipe declared, 1-2");
        assertThat(bindings.of(QUERIES_APART)).contains("a model, recipe declared, 1-2");
        assertThat(bindings.of(NAMED)).isEmpty();
        assertThat(bindings.write()).isEqualTo("a model, recipe declared, 1-2");
    }

    @Test
    void oneModelForAllIsRememberedAsBefore() {
        assertThat(ModelBindings.read(Optional.empty())
                        .with(QUERIES, "a model, 1")
                        .write())
                .isEqualTo("a model, 1");
    }

    @Test
    void aPairHasOneForEachTaskWhichHoldsWhoeverAsks() {
        ModelBindings pair = ModelBindings.read(Optional.empty())
                .with(PASSAGES_APART, "contexts, 1")
                .with(QUERIES_APART, "questions, 2");

        assertThat(read(pair.write())).isEqualTo(pair);
        assertThat(pair.of(PASSAGES)).contains("contexts, 1");
        assertThat(pair.of(QUERIES)).contains("questions, 2");
        assertThat(pair.write()).hasLineCount(2);
    }

    @Test
    void aNamedVectorWithItsOwnVectorizerHasOneOfItsOwn() {
        ModelBindings bindings = read("a model, 1").with(NAMED, "other, 2");

        assertThat(read(bindings.write()).of(NAMED)).contains("other, 2");
        assertThat(read(bindings.write()).of(NAMED_QUERIES)).contains("other, 2");
        assertThat(read(bindings.write()).of(PASSAGES)).contains("a model, 1");
    }
}
