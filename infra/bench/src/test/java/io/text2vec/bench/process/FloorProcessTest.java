package io.text2vec.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorProcessTest {

    @Test
    void givesAVectorOnAnEmptyDirectoryAndAgainOnWhatItLeftThere(@TempDir Path cache) throws IOException {
        List<String> flags = List.of("--enable-native-access=ALL-UNNAMED");
        try (FloorProcess first = new FloorProcess(flags, cache)) {
            assertThat(first.millis()).isPositive();
        }
        assertThat(cache.resolve("model.onnx_data")).isRegularFile();
        long size = Files.size(cache.resolve("model.onnx_data"));
        try (FloorProcess second = new FloorProcess(flags, cache)) {
            assertThat(second.millis()).isPositive();
        }
        assertThat(cache.resolve("model.onnx_data")).hasSize(size);
    }
}
