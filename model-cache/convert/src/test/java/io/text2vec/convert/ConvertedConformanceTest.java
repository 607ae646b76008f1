package io.text2vec.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.recipe.Conformance;
import io.text2vec.runtime.recipe.Fixture;
import io.text2vec.runtime.recipe.Fixture.Case;
import io.text2vec.runtime.recipe.TinyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer that the reference gave for the tiny models in floats, given again by the graph that is made of their weights.
 * Writes the table of worst cosines to {@code target/conformance-converted.md}.
 */
class ConvertedConformanceTest {
    private static final double EIGHT_BITS_COSINE = 0.995;
    private static final double EIGHT_BITS_NORM = 0.02;
    private static final int SHORT = 300;
    private static final Conformance CONFORMANCE = new Conformance();
    private static final Conformance EIGHT_BITS = new Conformance();

    @TempDir
    Path output;

    static Stream<String> fixtures() {
        return Fixture.names();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aConvertedCheckpointGivesTheReferencesVectors(String name) throws IOException {
        Fixture fixture = Fixture.of(name);
        ConversionResult converted = new Converter(CpuKind.AVX2)
                .convert(
                        new ConversionRequest(fixture.files().directory(), Variant.FP32, output),
                        ConversionListener.SILENT);
        List<Case> cases =
                fixture.cases().stream().filter(c -> c.onnxFile().isEmpty()).toList();
        assertThat(cases).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        try (TinyModel model = TinyModel.open(fixture.files(), converted.graph())) {
            for (Case expected : cases) {
                softly.check(() -> CONFORMANCE.check(name, expected, model, Conformance.FP32_COSINE));
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void inEightBitsTheVectorsStayNear(String name) throws IOException {
        Fixture fixture = Fixture.of(name);
        ConversionResult converted = new Converter()
                .convert(
                        new ConversionRequest(fixture.files().directory(), Variant.INT8, output),
                        ConversionListener.SILENT);
        assertThat(converted.graph()).hasFileName(GraphFile.int8(CpuKind.here()));
        SoftAssertions softly = new SoftAssertions();
        try (TinyModel model = TinyModel.open(fixture.files(), converted.graph())) {
            fixture.cases().stream()
                    .filter(c -> c.onnxFile().isEmpty() && c.request().text().length() < SHORT)
                    .forEach(expected -> softly.check(
                            () -> EIGHT_BITS.check(name, expected, model, EIGHT_BITS_COSINE, EIGHT_BITS_NORM)));
        }
        softly.assertAll();
    }

    @AfterAll
    static void writeTable() throws IOException {
        CONFORMANCE.write(Path.of("target", "conformance-converted.md"));
        EIGHT_BITS.write(Path.of("target", "conformance-converted-int8.md"));
    }
}
