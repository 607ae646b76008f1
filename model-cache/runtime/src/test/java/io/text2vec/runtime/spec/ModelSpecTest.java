package io.text2vec.runtime.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.pool.PoolingMode;
import io.text2vec.runtime.source.EmbeddedModel;
import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSpecTest {
    @TempDir
    Path directory;

    private ModelSpec read(String... namesAndContents) throws IOException {
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Path file = directory.resolve(namesAndContents[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, namesAndContents[i + 1]);
        }
        return ModelSpec.read(new ModelDirectory(directory, "model"));
    }

    @Test
    void theEmbeddedModelIsDescribedByItsDescriptor() {
        ModelSpec spec = ModelSpec.read(new EmbeddedModel((name, _) -> Path.of(name)));
        assertThat(spec.hiddenSize()).isEqualTo(384);
        assertThat(spec.sentence().maxSeqLength()).hasValue(256);
        assertThat(spec.sentence().pooling()).containsExactly(PoolingMode.MEAN);
        assertThat(spec.sentence().steps()).hasSize(1);
    }

    @Test
    void positionsStartBehindThePaddingIdWhereTheFamilyDoesSo() throws IOException {
        String config = "{\"model_type\": \"%s\", \"max_position_embeddings\": 514, \"pad_token_id\": 1}";
        assertThat(read("config.json", config.formatted("xlm-roberta")).positions())
                .hasValue(512);
        assertThat(read("config.json", config.formatted("mpnet")).firstPosition())
                .isEqualTo(2);
        assertThat(read("config.json", config.formatted("bert")).positions()).hasValue(514);
    }

    @Test
    void aVeryLargeLimitIsNone() throws IOException {
        ModelSpec spec = read(
                "config.json",
                "{}",
                "tokenizer_config.json",
                "{\"model_max_length\": 1000000000000000019884624838656}");
        assertThat(spec.modelMaxLength()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bert, '', true",
        "dpr, '', true",
        "xlm-roberta, '', false",
        "bert, PreTrainedTokenizerFast, false",
        "xlm-roberta, BertTokenizer, true"
    })
    void normalisationRulesHoldForTheBertFamilyOfTokenizers(String type, String tokenizerClass, boolean obeyed)
            throws IOException {
        ModelSpec spec = read(
                "config.json",
                "{\"model_type\": \"" + type + "\"}",
                "tokenizer_config.json",
                tokenizerClass.isEmpty() ? "{}" : "{\"tokenizer_class\": \"" + tokenizerClass + "\"}");
        assertThat(spec.rules().isPresent()).isEqualTo(obeyed);
    }

    @Test
    void poolingModesArePickedUpInOrder() throws IOException {
        ModelSpec spec = read(
                "config.json",
                "{}",
                "modules.json",
                "[{\"type\": \"sentence_transformers.models.Pooling\", \"path\": \"1_Pooling\"}]",
                "1_Pooling/config.json",
                """
                {"pooling_mode_lasttoken": true, "pooling_mode_cls_token": true, "pooling_mode_max_tokens": true,
                 "pooling_mode_mean_tokens": true, "pooling_mode_mean_sqrt_len_tokens": true,
                 "pooling_mode_weightedmean_tokens": true, "include_prompt": false}""");
        assertThat(spec.sentence().pooling()).isEqualTo(List.of(PoolingMode.values()));
        assertThat(spec.sentence().includePrompt()).isFalse();
    }

    @Test
    void anUnknownModuleIsNamed() {
        assertThatThrownBy(() -> read(
                        "config.json",
                        "{}",
                        "modules.json",
                        "[{\"type\": \"sentence_transformers.models.LSTM\", \"path\": \"\"}]"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("LSTM");
    }

    @ParameterizedTest
    @CsvSource({"F32, 0000803f000000c0", "F16, 003c00c0", "BF16, 803f00c0"})
    void denseWeightsAreReadInEveryFloatType(String dtype, String littleEndian) throws IOException {
        byte[] data = HexFormat.of().parseHex(littleEndian);
        byte[] header = ("{\"linear.weight\":{\"dtype\":\"" + dtype + "\",\"shape\":[2,1],\"data_offsets\":[0,"
                        + data.length + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(directory.resolve("2_Dense"));
        Files.write(
                directory.resolve("2_Dense/model.safetensors"),
                ByteBuffer.allocate(8 + header.length + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header)
                        .put(data)
                        .array());
        ModelSpec spec = read(
                "config.json",
                "{}",
                "modules.json",
                "[{\"type\": \"sentence_transformers.models.Dense\", \"path\": \"2_Dense\"}]",
                "2_Dense/config.json",
                "{\"in_features\": 1, \"bias\": false, \"activation_function\": \"torch.nn.modules.linear.Identity\"}");
        assertThat(spec.sentence().steps().getFirst().apply(new float[] {3})).containsExactly(3, -6);
    }
}
