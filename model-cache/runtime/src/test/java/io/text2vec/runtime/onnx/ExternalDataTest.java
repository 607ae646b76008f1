package io.text2vec.runtime.onnx;

import static io.text2vec.runtime.onnx.Proto.bytes;
import static io.text2vec.runtime.onnx.Proto.message;
import static io.text2vec.runtime.onnx.Proto.number;
import static io.text2vec.runtime.onnx.Proto.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.runtime.store.CacheDirectory;
import io.text2vec.runtime.store.Unpacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDataTest {

    @TempDir
    Path directory;

    @Test
    void aRealGraphWithItsWeightsUsesNone() throws IOException {
        CacheDirectory cache = CacheDirectory.at(directory);
        Path graph = Unpacked.in(cache, Unpacked.GRAPH);

        assertThat(ExternalData.isUsedBy(graph)).isFalse();
    }

    @Test
    void oneExternalWeightAmongOthersIsFound() throws IOException {
        byte[] inside = bytes(5, bytes(9, new byte[300]));
        byte[] outside = bytes(5, text(8, "w"), number(14, 1));

        assertThat(isUsedBy(bytes(7, inside, inside))).isFalse();
        assertThat(isUsedBy(bytes(7, inside, outside, inside))).isTrue();
    }

    @Test
    void theSameNumberElsewhereMeansNothing() throws IOException {
        byte[] node = bytes(1, number(14, 1));
        byte[] inside = bytes(5, number(14, 0));

        assertThat(isUsedBy(message(number(14, 1), bytes(7, node, inside)))).isFalse();
    }

    @Test
    void whatIsNoGraphIsNotTrusted() throws IOException {
        assertThat(isUsedBy("Not found".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(isUsedBy(new byte[] {7 << 3 | 2, 100, 1})).isTrue();
        assertThat(isUsedBy(new byte[] {7 << 3})).isTrue();
    }

    private boolean isUsedBy(byte[] graph) throws IOException {
        return ExternalData.isUsedBy(Files.write(directory.resolve("model.onnx"), graph));
    }
}
