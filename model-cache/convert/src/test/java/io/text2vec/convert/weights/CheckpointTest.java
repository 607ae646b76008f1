package io.text2vec.convert.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ANCHOR = "embeddings.word_embeddings.weight";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bert.",
                "roberta.",
                "distilbert.",
                "mpnet.",
                "question_encoder.bert_model.",
                "ctx_encoder.bert_model.",
                "model.",
                "0.auto_model."
            })
    void findsWhatAPrefixHides(String prefix) throws IOException {
        new SafetensorsFile()
                .with(prefix + ANCHOR, i -> (float) i, 2, 3)
                .with("cls.predictions.bias", i -> 0f, 2)
                .write(directory.resolve("model.safetensors"));
        try (Checkpoint checkpoint = Checkpoint.open(directory, ANCHOR)) {
            assertThat(checkpoint.tensor(ANCHOR).floats()).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(checkpoint.has("pooler.dense.weight")).isFalse();
        }
    }

    @Test
    void readsTheNamesOfOldLayerNorms() throws IOException {
        new SafetensorsFile()
                .with("bert." + ANCHOR, i -> 0f, 1, 1)
                .with("bert.embeddings.LayerNorm.gamma", i -> 2f, 1)
                .with("bert.embeddings.LayerNorm.beta", i -> 3f, 1)
                .write(directory.resolve("model.safetensors"));
        try (Checkpoint checkpoint = Checkpoint.open(directory, ANCHOR)) {
            assertThat(checkpoint.tensor("embeddings.LayerNorm.weight").floats())
                    .containsExactly(2);
            assertThat(checkpoint.tensor("embeddings.LayerNorm.bias").floats()).containsExactly(3);
        }
    }

    @Test
    void joinsTheFilesOfAnIndex() throws IOException {
        new SafetensorsFile().with(ANCHOR, i -> 1f, 1, 1).write(directory.resolve("a.safetensors"));
        new SafetensorsFile().with("pooler.dense.weight", i -> 2f, 1, 1).write(directory.resolve("b.safetensors"));
        Files.writeString(directory.resolve("model.safetensors.index.json"), """
                {"metadata": {}, "weight_map": {"%s": "a.safetensors", "pooler.dense.weight": "b.safetensors"}}
                """.formatted(ANCHOR));
        try (Checkpoint checkpoint = Checkpoint.open(directory, ANCHOR)) {
            assertThat(checkpoint.tensor("pooler.dense.weight").floats()).containsExactly(2);
            assertThat(checkpoint.bytes())
                    .isEqualTo(Files.size(directory.resolve("a.safetensors"))
                            + Files.size(directory.resolve("b.safetensors")));
        }
    }

    @Test
    void anIndexThatNamesAMissingOrDistantFileIsRefused() throws IOException {
        for (String name : new String[] {"gone.safetensors", "../other.safetensors"}) {
            Files.writeString(
                    directory.resolve("model.safetensors.index.json"),
                    "{\"weight_map\": {\"" + ANCHOR + "\": \"" + name + "\"}}");
            assertThatThrownBy(() -> Checkpoint.open(directory, ANCHOR))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aHeaderThatPromisesMoreThanAnyFileHoldsIsRefused() throws IOException {
        String header = "{\"" + ANCHOR + "\": {\"dtype\": \"F32\", \"shape\": [4611686018427387904, 4],"
                + " \"data_offsets\": [0, 0]}}";
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + header.length()).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        Files.write(directory.resolve("model.safetensors"), file.array());
        try (Checkpoint checkpoint = Checkpoint.open(directory, ANCHOR)) {
            assertThatThrownBy(() -> checkpoint.tensor(ANCHOR))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("No tensor has the shape");
        }
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatThrownBy(() -> Checkpoint.open(directory, ANCHOR))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("model.safetensors");
        Path file =
                new SafetensorsFile().with("other.weight", i -> 0f, 1).write(directory.resolve("model.safetensors"));
        assertThatThrownBy(() -> Checkpoint.open(directory, ANCHOR))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(ANCHOR)
                .hasMessageContaining("other.weight");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> Checkpoint.open(directory, "other.weight").tensor("other.weight"))
                .hasMessageContaining("cut short");
    }
}
