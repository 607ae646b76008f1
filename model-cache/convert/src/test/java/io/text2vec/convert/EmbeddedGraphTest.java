package io.text2vec.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pins the graph that the runtime carries for the embedded model. Where it fails because another artifact or other graphs are
 * meant, the file that it leaves in {@code target/embedded} is to be put in the place of {@link #CARRIED}; vectors may differ.
 */
class EmbeddedGraphTest {
    private static final String CARRIED = "/io/text2vec/runtime/source/all-MiniLM-L6-v2/";
    private static final Path MADE = Path.of("target/embedded/model.onnx");

    @TempDir
    Path work;

    @Test
    void theEmbeddedGraphIsWhatIsMadeOfThePublishedOne() throws IOException {
        Path config = unpacked(CARRIED + "config.json", "config.json");
        Path published = unpacked("/all-minilm-l6-v2-q.onnx", "published.onnx");

        byte[] made = EmbeddedGraph.of(config.getParent(), published, "model.onnx_data", work.resolve("made"))
                .toByteArray();

        Files.createDirectories(MADE.getParent());
        Files.write(MADE, made);
        assertThat(unpacked(CARRIED + "model.onnx", "carried.onnx")).hasBinaryContent(made);
    }

    private Path unpacked(String resource, String name) throws IOException {
        Path file = work.resolve(name);
        try (InputStream in = EmbeddedGraphTest.class.getResourceAsStream(resource)) {
            Files.copy(in, file);
        }
        return file;
    }
}
