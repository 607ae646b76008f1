package io.text2vec.collections.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaSettingsTest {

    private static SchemaSettings read(Map<String, String> named) {
        return SchemaSettings.read(name -> Optional.ofNullable(named.get(name)));
    }

    @Test
    void nothingSetIsTheDefault() {
        assertThat(read(Map.of())).isEqualTo(SchemaSettings.DEFAULTS);
        assertThat(read(Map.of("DEFAULT_VECTOR_INDEX", " "))).isEqualTo(SchemaSettings.DEFAULTS);
    }

    @Test
    void everythingIsReadByWeaviatesNames() {
        assertThat(read(Map.of(
                        "AUTOSCHEMA_ENABLED", "false",
                        "AUTOSCHEMA_DEFAULT_STRING", "string",
                        "AUTOSCHEMA_DEFAULT_NUMBER", "int",
                        "AUTOSCHEMA_DEFAULT_DATE", "text",
                        "DEFAULT_VECTORIZER_MODULE", "text2vec-transformers",
                        "DEFAULT_VECTOR_DISTANCE_METRIC", "l2-squared",
                        "DEFAULT_VECTOR_INDEX", "flat",
                        "DEFAULT_TOKENIZATION", "trigram",
                        "DEFAULT_QUANTIZATION", "sq",
                        "TEXT2VEC_PROPERTIES", "7")))
                .isEqualTo(new SchemaSettings(
                        false,
                        DataType.TEXT,
                        DataType.INT,
                        DataType.TEXT,
                        Vectorizer.TRANSFORMERS,
                        Distance.L2_SQUARED,
                        VectorIndex.FLAT,
                        Tokenization.TRIGRAM,
                        Quantization.SQ,
                        7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "on", "0", "no"})
    void onlyTheWordFalseTurnsAutoSchemaOff(String word) {
        assertThat(read(Map.of("AUTOSCHEMA_ENABLED", word)).autoSchema()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTOSCHEMA_DEFAULT_NUMBER,text",
        "DEFAULT_VECTORIZER_MODULE,text2vec-openai",
        "DEFAULT_VECTOR_DISTANCE_METRIC,near",
        "DEFAULT_VECTOR_INDEX,dynamic",
        "DEFAULT_TOKENIZATION,letters",
        "DEFAULT_QUANTIZATION,pq",
        "TEXT2VEC_PROPERTIES,0",
        "TEXT2VEC_PROPERTIES,many"
    })
    void aSettingWithoutSenseIsNamed(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(name);
    }
}
