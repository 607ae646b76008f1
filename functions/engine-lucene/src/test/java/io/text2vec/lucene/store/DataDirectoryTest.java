package io.text2vec.lucene.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.lucene.Films;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path root;

    @Test
    void saysItsFormat() throws IOException {
        DataDirectory.open(root).close();

        assertThat(root.resolve("text2vec-format")).hasContent("3");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        Files.writeString(root.resolve("text2vec-format"), "1\n");

        assertThatThrownBy(() -> DataDirectory.open(root))
                .isInstanceOf(EngineFailed.class)
                .hasMessageContaining(root.toString())
                .hasMessageContaining("format '1'")
                .hasMessageContaining("format 3");
    }

    @Test
    void anotherProgramsDirectoryIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(root.resolve("schema.db"), "foreign");

        assertThatThrownBy(() -> DataDirectory.open(root))
                .isInstanceOf(EngineFailed.class)
                .hasMessageContaining("schema.db")
                .hasMessageContaining("PERSISTENCE_DATA_PATH");
        assertThat(root).isDirectoryNotContaining("glob:**/text2vec-format");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(EngineFailed.class)
                .hasMessageContaining("data")
                .hasMessageContaining("PERSISTENCE_DATA_PATH");
    }

    @Test
    void canBeOpenedAgainOnceItIsClosed() {
        DataDirectory.open(root).close();
        DataDirectory.open(root).close();
    }

    @Test
    void aCollectionThatWasHalfMadeIsNotThereAfterACrash() throws IOException {
        try (DataDirectory directory = DataDirectory.open(root)) {
            new CollectionFolder(directory.newFolder()).make(Films.collection("Film"));
        }
        try (DataDirectory directory = DataDirectory.open(root)) {
            assertThat(directory.folders()).isEmpty();
        }
        assertThat(root.resolve("making")).isEmptyDirectory();
    }

    @Test
    void aCollectionWhoseRemovalACrashInterruptedIsGone() throws IOException {
        Path folder;
        try (DataDirectory directory = DataDirectory.open(root)) {
            folder = CollectionFolder.of(directory.collections(), "Film").path();
            CollectionFolder made = new CollectionFolder(directory.newFolder());
            made.make(Films.collection("Film"));
            directory.adopt(made.path(), folder);
            assertThat(directory.folders()).containsExactly(folder);
        }
        Files.move(folder, root.resolve("trash").resolve("film"));

        try (DataDirectory directory = DataDirectory.open(root)) {
            assertThat(directory.folders()).isEmpty();
        }
        assertThat(root.resolve("trash")).isEmptyDirectory();
    }
}
