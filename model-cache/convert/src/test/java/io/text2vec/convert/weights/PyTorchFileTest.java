package io.text2vec.convert.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.source.ModelException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PyTorchFileTest {
    @TempDir
    Path directory;

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(PyTorchFileTest.class.getResource("/weights/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_model.bin", "before-1.6.bin"})
    void readsFloatsHalvesAndBrainFloats(String name) {
        try (PyTorchFile file = PyTorchFile.open(file(name))) {
            assertThat(file.tensor("bert.first").shape()).containsExactly(2L, 2L);
            assertThat(file.tensor("bert.first").floats()).containsExactly(0, 1, 2, 3);
            assertThat(file.tensor("bert.half").floats()).containsExactly(0.5f, -2);
            assertThat(file.tensor("bert.brain").floats()).containsExactly(1, -3);
        }
    }

    @Test
    void readsTensorsThatShareAStorage() {
        try (PyTorchFile file = PyTorchFile.open(file("pytorch_model.bin"))) {
            assertThat(file.tensor("bert.second").floats()).containsExactly(4, 5, 6, 7);
        }
    }

    @Test
    void refusesAViewThatIsNotContiguousAndNumbersThatAreNoFloats() {
        try (PyTorchFile file = PyTorchFile.open(file("pytorch_model.bin"))) {
            assertThat(file.names()).contains("bert.turned", "bert.ids");
            assertThatThrownBy(() -> file.tensor("bert.turned")).hasMessageContaining("not contiguous");
            assertThatThrownBy(() -> file.tensor("bert.ids")).hasMessageContaining("LongStorage");
            assertThatThrownBy(() -> file.tensor("bert.none")).hasMessageContaining("no tensor bert.none");
        }
    }

    @Test
    void refusesAPickleThatCallsAFunction() {
        assertThatThrownBy(() -> PyTorchFile.open(file("evil.bin")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(".system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_model.bin", "before-1.6.bin"})
    void refusesWhatIsCutShort(String name) throws IOException {
        byte[] whole = Files.readAllBytes(file(name));
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(directory.resolve("cut.bin"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PyTorchFile.open(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(ModelException.class);
        }
    }

    @Test
    void refusesCompressedEntries() throws IOException {
        Path zip = directory.resolve("zip.bin");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("archive/data.pkl"));
            entries.write(new byte[100]);
        }
        assertThatThrownBy(() -> PyTorchFile.open(zip)).hasMessageContaining("compressed");
    }
}
