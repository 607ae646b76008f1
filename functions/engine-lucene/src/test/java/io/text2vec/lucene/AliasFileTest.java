package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.engine.AliasStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasFileTest {
    @TempDir
    Path directory;

    @Test
    void aliasesAreThereAfterAStart() {
        try (LuceneEngine engine = open()) {
            AliasStore aliases = engine.aliases().orElseThrow();
            aliases.put("Movie", "Film");
            aliases.put("Actress", "Actor");
            aliases.put("Movie", "Series");
            aliases.put("Gone", "Film");
            aliases.delete("Gone");
            aliases.delete("Never");
        }

        try (LuceneEngine engine = open()) {
            assertThat(engine.aliases().orElseThrow().all().toString()).isEqualTo("{Actress=Actor, Movie=Series}");
            assertThat(engine.aliases().orElseThrow().find("Movie")).contains("Series");
            assertThat(engine.aliases().orElseThrow().find("Gone")).isEmpty();
        }
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        open().close();
        Path file = directory.resolve("aliases");
        Files.writeString(file, "{\"Movie\":");

        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFailed.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("make them anew");
        Files.delete(file);
        open().close();
    }

    private LuceneEngine open() {
        return LuceneEngine.open(LuceneSettings.of(directory));
    }
}
