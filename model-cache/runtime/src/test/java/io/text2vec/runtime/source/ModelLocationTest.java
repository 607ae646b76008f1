package io.text2vec.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLocationTest {
    @TempDir
    Path directory;

    private void write(String file, String content) throws IOException {
        Files.createDirectories(directory.resolve(file).getParent());
        Files.writeString(directory.resolve(file), content);
    }

    @Test
    void aHubCheckoutIsNoReferenceImage() throws IOException {
        write("config.json", "{}");
        write("tokenizer.json", "{}");
        assertThat(ModelLocation.in(directory).image()).isEmpty();
    }

    @Test
    void onnxRuntimeCountsOnlyAsExactlyTrue() throws IOException {
        write("config.json", "{}");
        write("tokenizer.json", "{}");
        write("onnx_runtime", "true");
        assertThat(ModelLocation.in(directory).image().orElseThrow().onnxRuntime())
                .isTrue();
        write("onnx_runtime", "true\n");
        assertThat(ModelLocation.in(directory).image().orElseThrow().onnxRuntime())
                .isFalse();
    }

    @Test
    void modelNameMakesTheDirectoryAHubCache() throws IOException {
        write("model_name", "sentence-transformers/gtr-t5-base");
        String repository = "models--sentence-transformers--gtr-t5-base/";
        write(repository + "refs/main", "abc");
        for (String revision : new String[] {"abc", "def"}) {
            write(repository + "snapshots/" + revision + "/config.json", "{\"revision\": \"" + revision + "\"}");
            write(repository + "snapshots/" + revision + "/tokenizer.json", "{}");
        }
        ModelLocation location = ModelLocation.in(directory);
        assertThat(location.files().text("config.json")).hasValue("{\"revision\": \"abc\"}");
        assertThat(location.files().name()).isEqualTo("sentence-transformers/gtr-t5-base");
        assertThat(location.image().orElseThrow().modelName()).hasValue("sentence-transformers/gtr-t5-base");
    }

    @Test
    void aWrongDirectorySaysWhatWasExpectedAndWhatIsThere() throws IOException {
        write("readme.txt", "");
        assertThatThrownBy(() -> ModelLocation.in(directory))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("config.json")
                .hasMessageContaining("readme.txt");
        assertThatThrownBy(() -> ModelLocation.in(directory.resolve("nowhere")))
                .hasMessageContaining("TEXT2VEC_MODEL")
                .hasMessageContaining("not there");
        assertThatThrownBy(() -> ModelLocation.in(directory.resolve("readme.txt")))
                .hasMessageContaining("no directory");
    }

    @Test
    void anEmptyHubCacheNamesTheFolderItMisses() throws IOException {
        write("model_name", "org/model");
        assertThatThrownBy(() -> ModelLocation.in(directory)).hasMessageContaining("models--org--model/snapshots");
    }
}
