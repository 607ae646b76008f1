package io.text2vec.runtime.onnx;

import static io.text2vec.runtime.onnx.Proto.bytes;
import static io.text2vec.runtime.onnx.Proto.number;
import static io.text2vec.runtime.onnx.Proto.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.store.CacheDirectory;
import io.text2vec.runtime.store.Unpacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalFilesTest {
    @TempDir
    Path directory;

    private Path graph(byte[]... fields) throws IOException {
        return Files.write(directory.resolve("model.onnx"), bytes(7, fields));
    }

    private static byte[] tensor(int field, String file) {
        return bytes(
                field,
                text(8, "w"),
                bytes(13, text(1, "offset"), text(2, "4096")),
                bytes(13, text(1, "location"), text(2, file)),
                number(14, 1));
    }

    @Test
    void aGraphWithItsWeightsNamesNone() throws IOException {
        Path graph = Unpacked.in(CacheDirectory.at(directory), Unpacked.GRAPH);
        assertThat(ExternalFiles.of(graph)).isEmpty();
    }

    @Test
    void weightsAndConstantsNameTheirFilesOnce() throws IOException {
        byte[] constant = bytes(1, bytes(5, text(1, "value"), tensor(5, "Constant_7_attr__value")));
        byte[] branch = bytes(1, bytes(5, text(1, "then"), bytes(6, tensor(5, "branch_data"))));
        assertThat(ExternalFiles.of(
                        graph(tensor(5, "model.onnx_data"), tensor(5, "model.onnx_data"), constant, branch)))
                .containsExactly("model.onnx_data", "Constant_7_attr__value", "branch_data");
    }

    @Test
    void whatIsNoGraphIsRefused() throws IOException {
        Path page = Files.write(directory.resolve("page"), "Not found".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ExternalFiles.of(page))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("page");
    }
}
