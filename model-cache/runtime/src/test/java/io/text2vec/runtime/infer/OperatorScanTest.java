package io.text2vec.runtime.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorScanTest {

    private static Path graph(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OperatorScanTest.class.getResource("/models/tiny-bert-mean/onnx/" + name))
                .toURI());
    }

    @Test
    void tellsAQuantisedGraphFromAPlainOne() throws IOException, URISyntaxException {
        assertThat(OperatorScan.operators(graph("model.onnx")))
                .contains("MatMul", "Gather", "Softmax")
                .doesNotContain("DynamicQuantizeLinear");
        assertThat(OperatorScan.operators(graph("model_quantized.onnx"))).contains("DynamicQuantizeLinear");
    }

    @Test
    void refusesAFileThatIsNoGraph(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("model.onnx"), new byte[] {58, 127, 1});
        assertThatThrownBy(() -> OperatorScan.operators(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an ONNX file");
    }
}
