package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Write;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final Optional<String> NO_TENANT = Optional.empty();

    @TempDir
    Path directory;

    @BeforeEach
    void fill() {
        try (LuceneEngine engine = open()) {
            for (String name : List.of("Broken", "Whole")) {
                engine.create(Films.collection(name));
                engine.write(
                        name, NO_TENANT, List.of(new Write.Put(Films.film(1, 4)), new Write.Put(Films.film(2, 4))));
            }
        }
    }

    @Test
    void aDamagedIndexIsNamedAndTheOtherCollectionsAreOpen() throws IOException {
        Path file = find(name -> name.startsWith("_") && name.endsWith(".fnm"));
        flip(file, 30);

        assertDamaged(file.getFileName().toString());
    }

    @Test
    void aMissingFileOfAnIndexIsNamed() throws IOException {
        Path file = find(name -> name.endsWith(".si"));
        Files.delete(file);

        assertDamaged(file.getFileName().toString());
    }

    @Test
    void aMissingCommitOfAnIndexIsNoEmptyIndex() throws IOException {
        Files.delete(find(name -> name.startsWith("segments_")));

        assertDamaged(".log");
    }

    @Test
    void aDamagedLogIsNamed() throws IOException {
        Path file = find(name -> name.endsWith(".log"));
        flip(file, 3);

        assertDamaged(file.toString());
    }

    @Test
    void aDamagedCollectionCanBeDeletedAndMadeAnew() throws IOException {
        flip(find(name -> name.endsWith(".log")), 3);
        try (LuceneEngine engine = open()) {
            engine.delete("Broken");
            engine.create(Films.collection("Broken"));
            assertThat(engine.count("Broken", NO_TENANT, Optional.empty())).isZero();
        }
    }

    @Test
    void aDamagedDefinitionLeavesItsCollectionOutButKeepsItsFolder() throws IOException {
        Files.writeString(find(name -> name.equals("collection.json")), "{\"class\":");
        try (LuceneEngine engine = open()) {
            assertThat(engine.collections()).containsExactly(Films.collection("Whole"));
            assertThatThrownBy(() -> engine.create(Films.collection("Broken")))
                    .isInstanceOf(EngineFailed.class)
                    .hasMessageContaining("broken-")
                    .hasMessageContaining("Restore");
        }
    }

    private void assertDamaged(String named) {
        try (LuceneEngine engine = open()) {
            assertThat(engine.collections()).hasSize(2);
            assertThatThrownBy(() -> engine.get("Broken", NO_TENANT, List.of(Films.id(1))))
                    .isInstanceOf(EngineFailed.class)
                    .hasMessageContaining("Collection Broken")
                    .hasMessageContaining(named)
                    .hasMessageContaining("restore this folder from a copy");
            assertThatThrownBy(() -> engine.write("Broken", NO_TENANT, List.of(new Write.Delete(Films.id(1)))))
                    .isInstanceOf(EngineFailed.class);
            assertThat(engine.shards("Broken")).containsExactly(Engine.Shard.damaged("main"));
            assertThat(engine.get("Whole", NO_TENANT, List.of(Films.id(1))).getFirst())
                    .isPresent();
        }
    }

    private LuceneEngine open() {
        return LuceneEngine.open(LuceneSettings.of(directory));
    }

    /** A file of the broken collection. */
    private Path find(Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("collections"))) {
            return files.filter(file -> file.toString().contains("broken-"))
                    .filter(file -> name.test(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void flip(Path path, int at) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ 1);
        }
    }
}
