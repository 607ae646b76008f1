package io.text2vec.convert.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.convert.Variant;
import io.text2vec.convert.published.PublishedParameters;
import io.text2vec.convert.weights.Checkpoint;
import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.recipe.Fixture;
import io.text2vec.runtime.weights.Tensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantisationTest {
    private static final String ANCHOR = "embeddings.word_embeddings.weight";
    private static final Quantisation SEVEN_BITS = quantisation(Variant.INT8, CpuKind.AVX2);

    private static Quantisation quantisation(String variant, CpuKind here) {
        return Variant.of(variant, here).quantisation().orElseThrow();
    }

    /** The recipes are the reference's: its tool made the same bytes of the same weights. */
    @ParameterizedTest
    @CsvSource({
        "tiny-bert-mean, model_quantized.onnx, avx2",
        "tiny-bert-mean, model_quantized_avx512_vnni.onnx, avx512_vnni",
        "tiny-bert-mean, model_quantized_arm64.onnx, arm64",
        "tiny-bert-cls, model_quantized.onnx, avx2"
    })
    void makesTheBytesThatTheReferenceMakes(String fixture, String file, String variant) {
        Path directory = Fixture.of(fixture).files().directory();
        try (Parameters published =
                        PublishedParameters.open(directory.resolve("onnx").resolve(file), ANCHOR);
                Parameters ours = new QuantisedParameters(
                        new CheckpointParameters(Checkpoint.open(directory, ANCHOR)),
                        quantisation(variant, CpuKind.AVX2))) {
            for (String layer : List.of("attention.self.query", "attention.output.dense", "output.dense")) {
                assertThat(ours.matrix("encoder.layer.1." + layer))
                        .usingRecursiveComparison()
                        .isEqualTo(published.matrix("encoder.layer.1." + layer));
            }
            for (String table : List.of("word_embeddings", "position_embeddings", "token_type_embeddings")) {
                assertThat(ours.table("embeddings." + table))
                        .usingRecursiveComparison()
                        .isEqualTo(published.table("embeddings." + table));
            }
        }
    }

    @Test
    void givesEachColumnItsOwnScale() {
        Matrix.EightBits bytes = SEVEN_BITS.of(new Matrix.Floats(new float[] {1, -100, 0.5f, 50}, 2, 2));
        assertThat(bytes.values()).containsExactly(64, -64, 32, 32);
        assertThat(bytes.scales()).containsExactly(1 / 64f, 100 / 64f);
        assertThat(bytes.centred()).isTrue();
    }

    /** Two products of an activation of 8 bits and a weight have to fit 16 bits there. */
    @Test
    void leavesRoomForTwoProductsWhereTheProcessorAddsThemIn16Bits() {
        assertThat(2 * 255 * SEVEN_BITS.largest()).isLessThanOrEqualTo(Short.MAX_VALUE);
        assertThat(quantisation(Variant.INT8, CpuKind.AVX512_VNNI).largest()).isEqualTo(127);
        assertThat(quantisation(Variant.INT8, CpuKind.ARM64).largest()).isEqualTo(127);
    }

    @Test
    void aTableUsesItsWholeRange() {
        Tensor tensor = Tensor.of("t", List.of(1L, 3L), -1, 0, 4);
        Table.EightBits table = SEVEN_BITS.of(new Table.Floats(tensor));
        assertThat(table.values()).containsExactly((byte) 0, (byte) 51, (byte) 255);
        assertThat(table.zeroPoint()).isEqualTo((byte) 51);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -0f})
    void numbersThatAreAllZeroStayZero(float zero) {
        Matrix.EightBits bytes = SEVEN_BITS.of(new Matrix.Floats(new float[] {zero, 2}, 1, 2));
        assertThat(bytes.values()).containsExactly(0, 64);
    }
}
