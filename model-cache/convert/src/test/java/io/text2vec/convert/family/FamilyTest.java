package io.text2vec.convert.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.source.ModelException;
import org.junit.jupiter.api.Test;

/** A graph that is nearly right would be worse than none: what isn't known is refused. */
class FamilyTest {
    private static final String LAYERS = "\"num_hidden_layers\": 6, \"num_attention_heads\": 12";

    @Test
    void knowsAModelByItsConfiguration() {
        Family family = Family.of("{\"model_type\": \"bert\", " + LAYERS + "}");
        assertThat(family.layers()).isEqualTo(6);
        assertThat(family.anchor()).isEqualTo("embeddings.word_embeddings.weight");
    }

    @Test
    void refusesOtherPositions() {
        assertThatThrownBy(() -> Family.of(
                        "{\"model_type\": \"bert\", \"position_embedding_type\": \"relative_key\", " + LAYERS + "}"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("relative_key");
    }

    @Test
    void refusesAnActivationThatIsNotKnown() {
        assertThatThrownBy(() -> Family.of("{\"model_type\": \"bert\", \"hidden_act\": \"mish\", " + LAYERS + "}"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("mish")
                .hasMessageContaining("gelu_new");
    }

    @Test
    void refusesAConfigurationWithoutItsNumbers() {
        assertThatThrownBy(() -> Family.of("{\"model_type\": \"t5\", \"num_heads\": 8}"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("num_layers");
        assertThatThrownBy(() -> Family.of("not JSON")).isInstanceOf(ModelException.class);
    }
}
