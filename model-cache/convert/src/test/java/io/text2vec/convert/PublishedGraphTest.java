package io.text2vec.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.recipe.Conformance;
import io.text2vec.runtime.recipe.Fixture;
import io.text2vec.runtime.recipe.Fixture.Case;
import io.text2vec.runtime.recipe.TinyModel;
import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights of graphs that others exported, in our graph. */
class PublishedGraphTest {
    /** A published graph quantises the two products of attention as well, which ours leaves in floats. */
    private static final double KEPT_COSINE = 0.985;

    @TempDir
    Path output;

    static Stream<String> fixtures() {
        return Fixture.names();
    }

    private ConversionResult convert(Fixture fixture, String graph, String variant, CpuKind here) {
        Path directory = fixture.files().directory();
        return new Converter(here)
                .convert(
                        new ConversionRequest(directory, Optional.of(directory.resolve(graph)), variant, output),
                        ConversionListener.SILENT);
    }

    private static void check(Fixture fixture, ConversionResult converted, List<Case> cases, double cosine)
            throws IOException {
        assertThat(cases).isNotEmpty();
        Conformance conformance = new Conformance();
        SoftAssertions softly = new SoftAssertions();
        try (TinyModel model = TinyModel.open(fixture.files(), converted.graph())) {
            cases.forEach(expected -> softly.check(() -> conformance.check(fixture.name(), expected, model, cosine)));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theFloatsOfAnExportGiveTheReferencesVectors(String name) throws IOException {
        Fixture fixture = Fixture.of(name);
        ConversionResult converted = convert(fixture, "onnx/model.onnx", "auto", CpuKind.AVX2);
        assertThat(converted.variant().word()).isEqualTo("fp32");
        check(
                fixture,
                converted,
                fixture.cases().stream().filter(c -> c.onnxFile().isEmpty()).toList(),
                Conformance.FP32_COSINE);
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-bert-mean, model_quantized.onnx, AVX2",
        "tiny-bert-mean, model_quantized_arm64.onnx, ARM64",
        "tiny-bert-cls, model_quantized.onnx, AVX512_VNNI",
        "tiny-xlmr-cls, model_quantized.onnx, AVX2"
    })
    void theBytesOfAQuantisedGraphAreKept(String name, String file, CpuKind here) throws IOException {
        Fixture fixture = Fixture.of(name);
        ConversionResult converted = convert(fixture, "onnx/" + file, "auto", here);
        assertThat(converted.variant().word()).isEqualTo("int8");
        check(
                fixture,
                converted,
                fixture.cases().stream()
                        .filter(c -> c.onnxFile().equals(Optional.of("onnx/" + file)))
                        .toList(),
                KEPT_COSINE);
    }

    @Test
    void aQuantisedGraphMakesNoFloats() {
        assertThatThrownBy(
                        () -> convert(Fixture.of("tiny-bert-mean"), "onnx/model_quantized.onnx", "fp32", CpuKind.AVX2))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("8 bits already");
    }

    @Test
    void aGraphOfAnotherModelIsRefused() {
        Path other = Fixture.of("tiny-t5-plain").files().directory().resolve("onnx/model.onnx");
        assertThatThrownBy(() -> new Converter()
                        .convert(
                                new ConversionRequest(
                                        Fixture.of("tiny-bert-mean").files().directory(),
                                        Optional.of(other),
                                        "fp32",
                                        output),
                                ConversionListener.SILENT))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("another kind of model");
    }
}
