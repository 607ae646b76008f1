package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.infer.CpuKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededFilesTest {
    private static final List<String> DESCRIBED = List.of("config.json", "tokenizer.json");

    private static NeededFiles among(Variant variant, CpuKind here, String... files) {
        List<String> names = new ArrayList<>(DESCRIBED);
        names.addAll(List.of(files));
        return NeededFiles.among(names, "org/model", variant, here);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, AVX512_VNNI, onnx/model_qint8_avx512_vnni.onnx",
        "AUTO, AVX2, onnx/model_quint8_avx2.onnx",
        "AUTO, ARM64, onnx/model_qint8_arm64.onnx",
        "AUTO, OTHER, onnx/model.onnx",
        "INT8, AVX512_VNNI, onnx/model_qint8_avx512_vnni.onnx",
        "INT8, OTHER, onnx/model_quint8_avx2.onnx",
        "AVX2, AVX512_VNNI, onnx/model_quint8_avx2.onnx",
        "FP32, AVX2, onnx/model.onnx"
    })
    void theGraphIsTheOneTheRuntimeWouldRun(Variant variant, CpuKind here, String graph) {
        assertThat(among(
                                variant,
                                here,
                                "onnx/model.onnx",
                                "onnx/model_O4.onnx",
                                "onnx/model_qint8_arm64.onnx",
                                "onnx/model_qint8_avx512.onnx",
                                "onnx/model_qint8_avx512_vnni.onnx",
                                "onnx/model_quint8_avx2.onnx")
                        .graph())
                .hasValue(graph);
    }

    @Test
    void weightsInPiecesComeWithTheirIndex() {
        assertThat(among(
                                Variant.AUTO,
                                CpuKind.AVX2,
                                "model-00001-of-00002.safetensors",
                                "model-00002-of-00002.safetensors",
                                "model.safetensors.index.json",
                                "pytorch_model.bin",
                                "tf_model.h5")
                        .source())
                .containsExactly(
                        "model.safetensors.index.json",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors");
    }

    @Test
    void oldWeightsAreTakenWhereThereAreNoOthers() {
        assertThat(among(Variant.FP32, CpuKind.AVX2, "pytorch_model.bin", "flax_model.msgpack")
                        .source())
                .containsExactly("pytorch_model.bin");
    }

    @Test
    void aQuantisedGraphIsMadeOfThePlainOneWhereThereAreNoWeights() {
        NeededFiles needed = among(Variant.ARM64, CpuKind.AVX2, "onnx/model.onnx");
        assertThat(needed.graph()).isEmpty();
        assertThat(needed.source()).containsExactly("onnx/model.onnx");
        assertThat(needed.reason()).contains("arm64");
    }

    @Test
    void modulesBringTheirConfigurationAndTheirWeightsOnce() {
        assertThat(among(
                                Variant.AUTO,
                                CpuKind.AVX2,
                                "onnx/model.onnx",
                                "modules.json",
                                "1_Pooling/config.json",
                                "2_Dense/config.json",
                                "2_Dense/model.safetensors",
                                "2_Dense/pytorch_model.bin",
                                "3_Dense/pytorch_model.bin",
                                "0_Transformer/pytorch_model.bin",
                                "sentence_bert_config.json",
                                "openvino/config.json",
                                "data_config.json")
                        .described())
                .containsExactly(
                        "config.json",
                        "tokenizer.json",
                        "modules.json",
                        "1_Pooling/config.json",
                        "2_Dense/config.json",
                        "2_Dense/model.safetensors",
                        "3_Dense/pytorch_model.bin",
                        "sentence_bert_config.json");
    }

    @Test
    void vocabulariesAreTakenOnlyWhereThereIsNoTokenizer() {
        assertThat(among(Variant.AUTO, CpuKind.AVX2, "onnx/model.onnx", "vocab.txt")
                        .described())
                .doesNotContain("vocab.txt");
        List<String> older = List.of("config.json", "vocab.json", "merges.txt", "spiece.model", "onnx/model.onnx");
        assertThat(NeededFiles.among(older, "org/model", Variant.AUTO, CpuKind.AVX2)
                        .described())
                .containsExactly("config.json", "vocab.json", "merges.txt");
    }

    @Test
    void aModelOfNothingIsRefused() {
        assertThatThrownBy(() -> among(Variant.AUTO, CpuKind.AVX2, "tf_model.h5"))
                .isInstanceOf(HubException.NotSupported.class)
                .hasMessageContaining("neither");
    }
}
