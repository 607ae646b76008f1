package io.text2vec.collections.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.Json;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.schema.Aliases.Alias;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
    private final SchemaService schema = new SchemaService(new MemoryEngine(), SchemaSettings.DEFAULTS);
    private final Aliases aliases = schema.aliases();

    @BeforeEach
    void collections() {
        schema.create(Json.read("{'class':'Film'}"));
        schema.create(Json.read("{'class':'Actor'}"));
    }

    @Test
    void anAliasMeansItsCollection() {
        assertThat(aliases.create("movie", "film")).isEqualTo(new Alias("Movie", "Film"));

        assertThat(schema.get("movie").name()).isEqualTo("Film");
        assertThat(schema.complete("Movie", Map.of("title", "Jaws")).name()).isEqualTo("Film");
        assertThat(schema.get("Film").property("title")).isPresent();
        assertThat(schema.all()).extracting(CollectionDef::name).containsExactly("Actor", "Film");
        assertThat(aliases.find("movie")).contains("Film");
    }

    @Test
    void anAliasCanPointElsewhere() {
        aliases.create("Movie", "Film");
        assertThat(aliases.update("movie", "actor")).isEqualTo(new Alias("Movie", "Actor"));

        assertThat(schema.get("Movie").name()).isEqualTo("Actor");
        assertThatThrownBy(() -> aliases.update("Other", "Film")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> aliases.update("Movie", "Nothing")).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"Film,Actor", "Movie,Actor", "Other,Nothing", "Other,Movie", "a b,Film", "'',Film"})
    void aNameIsTakenOnceAndPointsToACollection(String alias, String collection) {
        aliases.create("Movie", "Film");

        assertThatThrownBy(() -> aliases.create(alias, collection)).isInstanceOf(Invalid.class);
        assertThat(aliases.all()).isEqualTo(Map.of("Movie", "Film"));
    }

    @Test
    void aCollectionCantHaveAnAliasName() {
        aliases.create("Movie", "Film");

        assertThatThrownBy(() -> schema.create(Json.read("{'class':'Movie'}")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Movie");
    }

    @Test
    void anAliasIsRemovedAlone() {
        aliases.create("Movie", "Film");
        schema.delete("Movie");
        assertThat(schema.find("Film")).isPresent();

        aliases.delete("movie");
        assertThat(schema.find("Movie")).isEmpty();
        assertThat(schema.find("Film")).isPresent();
        assertThatThrownBy(() -> aliases.delete("Movie")).isInstanceOf(NotFound.class);
    }

    @Test
    void anAliasOutlivesItsCollectionAndMeansTheNextOfItsName() {
        aliases.create("Movie", "Film");
        schema.delete("Film");
        assertThat(schema.find("Movie")).isEmpty();

        assertThat(schema.complete("Movie", Map.of("title", "Jaws")).name()).isEqualTo("Film");
        assertThat(schema.get("Movie").name()).isEqualTo("Film");
    }
}
