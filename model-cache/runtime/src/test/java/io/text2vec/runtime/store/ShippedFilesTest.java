package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.runtime.ShipFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedFilesTest {
    private static final ClassLoader LOADER = ShippedFilesTest.class.getClassLoader();

    @TempDir
    Path directory;

    private ShippedFiles files;
    private CacheDirectory cache;

    @BeforeEach
    void standBesideAnExecutable() {
        files = ShippedFiles.beside(directory.resolve("executable"));
        cache = CacheDirectory.at(directory.resolve("cache"), files);
    }

    @Test
    void anExecutableUsesTheFilesBesideItAndUnpacksNone() throws IOException {
        SortedMap<String, String> graph = new TreeMap<>(Map.of("model.onnx_data", Unpacked.GRAPH));
        Path laid = files.lay(LOADER, "models/a", graph);

        assertThat(cache.resources(LOADER, "models/a", graph))
                .isEqualTo(laid)
                .isEqualTo(directory.resolve("files/models/a"));
        assertThat(laid.resolve("model.onnx_data"))
                .hasSize(Resource.find(LOADER, Unpacked.GRAPH).size());
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    @Test
    void withoutThemItSaysWhatToCopy() {
        assertThatThrownBy(() -> cache.resources(LOADER, "models/a", new TreeMap<>(Map.of("file", Unpacked.GRAPH))))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining(directory.resolve("files/models/a/file").toString())
                .hasMessageContaining("beside the executable");
    }

    @Test
    void theBuildLaysOutLibrariesAndModelEachTimeAnew() throws IOException {
        Path old = Files.createDirectories(files.root().resolve("libraries/tokenizers"))
                .resolve("old");
        Files.createFile(old);

        ShipFiles.main(files.root().toString());

        assertThat(old).doesNotExist();
        assertThat(files.root())
                .isDirectoryRecursivelyContaining(
                        "glob:**/libraries/onnxruntime/" + System.mapLibraryName("onnxruntime"))
                .isDirectoryRecursivelyContaining("glob:**/libraries/tokenizers/" + System.mapLibraryName("tokenizers"))
                .isDirectoryRecursivelyContaining("glob:**/models/all-MiniLM-L6-v2/model.onnx")
                .isDirectoryRecursivelyContaining("glob:**/models/all-MiniLM-L6-v2/model.onnx_data");
    }
}
