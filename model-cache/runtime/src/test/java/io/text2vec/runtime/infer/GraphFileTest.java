package io.text2vec.runtime.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.source.ModelDirectory;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFileTest {
    @TempDir
    Path directory;

    private ModelDirectory with(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.createFile(directory.resolve(file));
        }
        return new ModelDirectory(directory, "model");
    }

    private static String chosen(ModelDirectory files, String variant, CpuKind here) {
        return files.directory()
                .relativize(GraphFile.of(files, variant, here).path())
                .toString();
    }

    @Test
    void takesTheGraphMadeForThisProcessor() throws IOException {
        ModelDirectory files = with(
                "onnx/model.onnx",
                "onnx/model_qint8_arm64.onnx",
                "onnx/model_quint8_avx2.onnx",
                "onnx/model_qint8_avx512_vnni.onnx");
        assertThat(chosen(files, "auto", CpuKind.ARM64)).isEqualTo("onnx/model_qint8_arm64.onnx");
        assertThat(chosen(files, "auto", CpuKind.AVX2)).isEqualTo("onnx/model_quint8_avx2.onnx");
        assertThat(chosen(files, "auto", CpuKind.AVX512_VNNI)).isEqualTo("onnx/model_qint8_avx512_vnni.onnx");
        assertThat(chosen(files, "auto", CpuKind.OTHER)).isEqualTo("onnx/model.onnx");
    }

    @Test
    void takesThePlainGraphWhereNoneIsMadeForThisProcessor() throws IOException {
        ModelDirectory files = with("model.onnx", "model_quantized.onnx", "model_qint8_arm64.onnx");
        assertThat(chosen(files, "auto", CpuKind.AVX2)).isEqualTo("model.onnx");
    }

    @Test
    void takesTheQuantisedGraphOfAReferenceImageWhereThereIsNoOther() throws IOException {
        assertThat(chosen(with("model_quantized.onnx"), "auto", CpuKind.AVX2)).isEqualTo("model_quantized.onnx");
    }

    @Test
    void obeysAChosenVariantOrSaysThatItIsMissing() throws IOException {
        ModelDirectory files = with("onnx/model.onnx", "onnx/model_qint8_arm64.onnx");
        assertThat(chosen(files, "fp32", CpuKind.ARM64)).isEqualTo("onnx/model.onnx");
        assertThatThrownBy(() -> GraphFile.of(files, "avx2", CpuKind.ARM64))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("avx2");
        assertThatThrownBy(() -> GraphFile.of(files, "int4", CpuKind.ARM64)).hasMessageContaining("TEXT2VEC_VARIANT");
    }

    @Test
    void takesTheConvertedGraphOf8BitsElseThePublishedOne() throws IOException {
        ModelDirectory published = with("onnx/model.onnx", "onnx/model_quint8_avx2.onnx");
        assertThat(chosen(published, "int8", CpuKind.AVX2)).isEqualTo("onnx/model_quint8_avx2.onnx");
        ModelDirectory converted = with("onnx/model_int8_avx2.onnx");
        assertThat(chosen(converted, "int8", CpuKind.AVX2)).isEqualTo("onnx/model_int8_avx2.onnx");
    }

    @Test
    void aCheckpointWithoutAGraphSaysWhatIsMissing() throws IOException {
        ModelDirectory files = with("model.safetensors");
        assertThatThrownBy(() -> GraphFile.of(files, "auto", CpuKind.AVX2))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("holds no graph")
                .hasMessageContaining("text2vec-convert");
    }
}
