package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphIdentityTest {
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-02T03:04:05.678Z"));

    @TempDir
    Path directory;

    @Test
    void aCopyElsewhereInAnImageLayerIsTheSameGraph() throws IOException {
        byte[] content = weights(1_000_000, 1);
        FileTime seconds = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

        assertThat(identity("a.onnx", content, TIME)).isEqualTo(identity("b.onnx", content, seconds));
    }

    @Test
    void otherWeightsOfTheSameSizeAndTimeAreAnotherGraph() throws IOException {
        assertThat(identity("a.onnx", weights(1_000_000, 1), TIME))
                .isNotEqualTo(identity("a.onnx", weights(1_000_000, 2), TIME));
    }

    @Test
    void anEditOfAFewBytesShowsInTheTime() throws IOException {
        FileTime later = FileTime.from(TIME.toInstant().plusSeconds(1));
        byte[] content = weights(1_000_000, 1);
        String before = identity("a.onnx", content, TIME);
        content[5_000]++;

        assertThat(identity("a.onnx", content, later)).isNotEqualTo(before);
    }

    @Test
    void theLastByteCounts() throws IOException {
        byte[] content = weights(1_000_000, 1);
        String before = identity("a.onnx", content, TIME);
        content[content.length - 1]++;

        assertThat(identity("a.onnx", content, TIME)).isNotEqualTo(before);
    }

    @Test
    void smallFilesHaveOneToo() throws IOException {
        assertThat(identity("a.onnx", new byte[0], TIME)).isNotEqualTo(identity("a.onnx", new byte[1], TIME));
        assertThat(identity("a.onnx", new byte[] {1}, TIME)).isNotEqualTo(identity("a.onnx", new byte[] {2}, TIME));
    }

    private String identity(String name, byte[] content, FileTime time) throws IOException {
        Path graph = Files.write(directory.resolve(name), content);
        Files.setLastModifiedTime(graph, time);
        return GraphIdentity.of(graph);
    }

    private static byte[] weights(int size, long seed) {
        byte[] weights = new byte[size];
        new Random(seed).nextBytes(weights);
        return weights;
    }
}
