package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.hub.ModelName.Directory;
import io.text2vec.hub.ModelName.HubId;
import io.text2vec.hub.ModelName.Image;
import io.text2vec.runtime.infer.CpuKind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {

    private static PublishedImage image(String name) {
        return ((Image) ModelName.of(name)).image();
    }

    @ParameterizedTest
    @CsvSource({
        "sentence-transformers-multi-qa-MiniLM-L6-cos-v1, sentence-transformers/multi-qa-MiniLM-L6-cos-v1, HF",
        "sentence-transformers-all-mpnet-base-v2, sentence-transformers/all-mpnet-base-v2, SENTENCE_TRANSFORMERS",
        "sentence-transformers-gtr-t5-large, sentence-transformers/gtr-t5-large, SENTENCE_TRANSFORMERS",
        "google-flan-t5-base, google/flan-t5-base, SENTENCE_TRANSFORMERS",
        "baai-bge-small-en-v1.5, BAAI/bge-small-en-v1.5, HF",
        "baai-bge-small-en-v1.5-onnx, BAAI/bge-small-en-v1.5, ONNX",
        "facebook-dpr-ctx_encoder-single-nq-base, facebook/dpr-ctx_encoder-single-nq-base, HF",
        "snowflake-snowflake-arctic-embed-m-onnx, Snowflake/snowflake-arctic-embed-m, ONNX",
        "snowflake-snowflake-arctic-embed-m-v1.5, Snowflake/snowflake-arctic-embed-m-v1.5, HF",
        "distilbert-base-uncased, distilbert-base-uncased, HF"
    })
    void aTagNamesModelAndPathHoweverItIsVersioned(String tag, String model, ReferencePath path) {
        for (String version : new String[] {"", "-latest", "-1.2.3", "-v1.10.0", "-1.2.3-rc.1", "-0a1b2c3"}) {
            for (String registry : new String[] {
                "", "semitechnologies/transformers-inference:", "docker.io/semitechnologies/transformers-inference:"
            }) {
                PublishedImage image = image(registry + tag + version);
                assertThat(image.model()).isEqualTo(model);
                assertThat(image.path()).isEqualTo(path);
                assertThat(image.tag()).isEqualTo(tag);
            }
        }
    }

    @Test
    void aDigestBehindTheTagDoesNotMatter() {
        assertThat(image("semitechnologies/transformers-inference:baai-bge-m3-onnx@sha256:00ff")
                        .model())
                .isEqualTo("BAAI/bge-m3");
    }

    @Test
    void theQuantisedImageIsTheAvx2OneOnEveryAmd64() {
        PublishedImage image = image("baai-bge-small-en-v1.5-onnx");
        assertThat(image.variant(CpuKind.AVX512_VNNI)).isEqualTo(Variant.AVX2);
        assertThat(image.variant(CpuKind.OTHER)).isEqualTo(Variant.AVX2);
        assertThat(image.variant(CpuKind.ARM64)).isEqualTo(Variant.ARM64);
    }

    @Test
    void theOtherImagesRanTheWeightsAsTheyAre() {
        assertThat(image("baai-bge-small-en-v1.5").variant(CpuKind.AVX512_VNNI)).isEqualTo(Variant.FP32);
    }

    @Test
    void theE5ImagePutsTheTaskInFront() {
        assertThat(image("intfloat-multilingual-e5-large").prefixes()).isTrue();
        assertThat(image("snowflake-snowflake-arctic-embed-l").prefixes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BAAI/bge-small-en-v1.5",
                "sentence-transformers/all-MiniLM-L6-v2",
                "bert-base-uncased",
                "my_org/My.Model-2",
                "baai-bge-small-en-v1.5-onnx-and-more"
            })
    void whatIsNoTagOfTheTableIsAnIdOnTheHub(String id) {
        assertThat(ModelName.of(id)).isEqualTo(new HubId(id, Optional.empty()));
    }

    @Test
    void aRevisionStandsBehindAnAt() {
        assertThat(ModelName.of("BAAI/bge-m3@refs/pr/7")).isEqualTo(new HubId("BAAI/bge-m3", Optional.of("refs/pr/7")));
        assertThatThrownBy(() -> ModelName.of("BAAI/bge-m3@../../etc")).hasMessageContaining("revision");
    }

    @Test
    void aDirectoryThatExistsIsADirectory(@TempDir Path directory) {
        assertThat(ModelName.of(directory.toString())).isEqualTo(new Directory(directory));
    }

    @ParameterizedTest
    @CsvSource({
        "minishlab-potion-base-8M, without a transformer",
        "minishlab/potion-base-8M, without a transformer",
        "semitechnologies/transformers-inference:eurobert-eurobert-210m-latest, Python code",
        "qwen-qwen3-embedding-0.6b-1.9.0, decoder",
        "google/embeddinggemma-300m, Gemma 3"
    })
    void aModelOfAnUnknownFamilyIsRefusedByNameWithTheReason(String name, String reason) {
        assertThatThrownBy(() -> ModelName.of(name))
                .isInstanceOf(HubException.NotSupported.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anUnknownImageSaysWhatIsLikeIt() {
        assertThatThrownBy(() -> ModelName.of("semitechnologies/transformers-inference:big-mpnet"))
                .isInstanceOf(HubException.NotFound.class)
                .hasMessageContaining("big-mpnet")
                .hasMessageContaining("sentence-transformers-all-mpnet-base-v2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b/c", "no/../such", "/nowhere/at/all", "semitechnologies/transformers-inference"})
    void whatCanBeNothingSaysWhatIsExpected(String name) {
        assertThatThrownBy(() -> ModelName.of(name))
                .isInstanceOf(HubException.BadSetting.class)
                .hasMessageContaining("expected");
    }
}
