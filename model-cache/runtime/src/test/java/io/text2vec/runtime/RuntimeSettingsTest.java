package io.text2vec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.recipe.RecipeKind;
import io.text2vec.runtime.source.ModelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeSettingsTest {

    private static RuntimeSettings read(Map<String, String> environment) {
        return RuntimeSettings.read(environment::get);
    }

    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        RuntimeSettings settings = read(Map.of());
        assertThat(settings.model()).isEmpty();
        assertThat(settings.recipe()).isEmpty();
        assertThat(settings.threads()).isEqualTo(1);
        assertThat(settings.queue().runs()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.queue().maxWaitingChars()).isEqualTo(64 * 1024 * 1024);
        assertThat(settings.queue().deadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.answerCacheBytes()).isEmpty();
        assertThat(settings.recipeSettings().splitSentences()).isTrue();
        assertThat(settings.recipeSettings().windows()).isTrue();
        assertThat(settings.mixedBatches()).isFalse();
    }

    @Test
    void everyNameIsRead() {
        RuntimeSettings settings = read(Map.ofEntries(
                Map.entry("TEXT2VEC_MODEL", "some/model"),
                Map.entry("TEXT2VEC_RECIPE", "reference-onnx"),
                Map.entry("TEXT2VEC_POOLING", "request"),
                Map.entry("TEXT2VEC_LONG_TEXT", "truncate"),
                Map.entry("TEXT2VEC_MAX_TOKENS", "128"),
                Map.entry("TEXT2VEC_RUNS", "3"),
                Map.entry("TEXT2VEC_THREADS", "2"),
                Map.entry("TEXT2VEC_QUEUE", "7"),
                Map.entry("TEXT2VEC_DEADLINE", "1500ms"),
                Map.entry("TEXT2VEC_DRAIN", "2m"),
                Map.entry("TEXT2VEC_BATCH", "always"),
                Map.entry("TEXT2VEC_VARIANT", "fp32"),
                Map.entry("ENABLE_CACHE", "true"),
                Map.entry("TEXT2VEC_CACHE_SIZE", "1000"),
                Map.entry("USE_QUERY_PASSAGE_PREFIXES", "true"),
                Map.entry("USE_SENTENCE_TRANSFORMERS_VECTORIZER", "true"),
                Map.entry("T2V_TRANSFORMERS_DIRECT_TOKENIZE", "1")));
        assertThat(settings.model()).hasValue(Path.of("some/model"));
        assertThat(settings.recipe()).hasValue(RecipeKind.REFERENCE_ONNX);
        assertThat(settings.recipeSettings().obeyPooling()).isTrue();
        assertThat(settings.recipeSettings().windows()).isFalse();
        assertThat(settings.recipeSettings().maxTokens()).hasValue(128);
        assertThat(settings.recipeSettings().taskPrefixes()).isTrue();
        assertThat(settings.recipeSettings().splitSentences()).isFalse();
        assertThat(settings.queue().runs()).isEqualTo(3);
        assertThat(settings.threads()).isEqualTo(2);
        assertThat(settings.queue().capacity()).isEqualTo(7);
        assertThat(settings.queue().deadline()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.queue().drain()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.mixedBatches()).isTrue();
        assertThat(settings.variant()).isEqualTo("fp32");
        assertThat(settings.answerCacheBytes()).hasValue(1000);
        assertThat(settings.sentenceTransformers()).isTrue();
    }

    @Test
    void aNameCountsWhereNoDirectoryIsNamed() {
        assertThat(read(Map.of("MODEL_NAME", "BAAI/bge-m3")).modelName()).hasValue("BAAI/bge-m3");
        assertThat(read(Map.of("MODEL_NAME", "BAAI/bge-m3")).model()).isEmpty();
        RuntimeSettings both = read(Map.of("MODEL_NAME", "BAAI/bge-m3", "TEXT2VEC_MODEL", "some/model"));
        assertThat(both.modelName()).isEmpty();
        assertThat(both.model()).hasValue(Path.of("some/model"));
    }

    @Test
    void theReferencesOnnxPathSeesAnyWordInThePrefixSwitch() {
        RuntimeSettings settings = read(Map.of("USE_QUERY_PASSAGE_PREFIXES", "false"));
        assertThat(settings.recipeSettings().taskPrefixes()).isFalse();
        assertThat(settings.prefixesSet()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT2VEC_RECIPE, fast", "TEXT2VEC_POOLING, max", "TEXT2VEC_LONG_TEXT, cut", "TEXT2VEC_MAX_TOKENS, many",
        "TEXT2VEC_RUNS, 0", "TEXT2VEC_DEADLINE, soon", "TEXT2VEC_BATCH, never", "ENABLE_CUDA, true"
    })
    void aValueThatIsNoneIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
