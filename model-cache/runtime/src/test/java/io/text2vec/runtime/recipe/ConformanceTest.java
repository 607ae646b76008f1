package io.text2vec.runtime.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.runtime.recipe.Fixture.Case;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer that the reference gave for the tiny models, given again by its path's recipe. Writes the table of worst
 * cosines to {@code target/conformance.md}.
 */
class ConformanceTest {
    private static final Conformance CONFORMANCE = new Conformance();

    static Stream<String> fixtures() {
        return Fixture.names();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesTheReferencesVectors(String name) throws IOException {
        Fixture fixture = Fixture.of(name);
        assertThat(fixture.cases()).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        Map<String, List<Case>> byGraph = fixture.cases().stream()
                .collect(Collectors.groupingBy(c -> c.onnxFile().orElse("onnx/model.onnx")));
        for (var entry : byGraph.entrySet()) {
            try (TinyModel model = TinyModel.open(fixture.files(), entry.getKey())) {
                for (Case expected : entry.getValue()) {
                    softly.check(() -> CONFORMANCE.check(
                            name,
                            expected,
                            model,
                            expected.onnxFile().isPresent() ? Conformance.QUANTISED_COSINE : Conformance.FP32_COSINE));
                }
            }
        }
        softly.assertAll();
    }

    @AfterAll
    static void writeTable() throws IOException {
        CONFORMANCE.write(Path.of("target", "conformance.md"));
    }
}
