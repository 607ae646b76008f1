package io.text2vec.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.alias.Alias;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a Java program written for Weaviate does with aliases: other names of a collection. */
@Timeout(60)
class AliasesIT {
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    private static LocalApp app;
    private static WeaviateClient client;

    @BeforeAll
    static void connect() throws Exception {
        app = LocalApp.start();
        client = app.connect();
    }

    @AfterAll
    static void end() throws Exception {
        remove();
        client.close();
        app.close();
    }

    @BeforeEach
    void showIsAPlay() throws Exception {
        remove();
        for (String name : List.of("Play", "Series")) {
            client.collections.create(
                    name, made -> made.vectorConfig(VectorConfig.selfProvided()).properties(Property.text("title")));
        }
        client.alias.create("Play", "Show");
    }

    private static void remove() throws Exception {
        for (Alias alias : client.alias.list()) {
            client.alias.delete(alias.alias());
        }
        client.collections.delete("Play");
        client.collections.delete("Series");
    }

    @Test
    void aliasesAreListedAndFound() throws Exception {
        client.alias.create("Series", "Soap");

        assertThat(client.alias.list())
                .containsExactlyInAnyOrder(new Alias("Play", "Show"), new Alias("Series", "Soap"));
        assertThat(client.alias.list(of -> of.collection("Series"))).containsExactly(new Alias("Series", "Soap"));
        assertThat(client.alias.get("Show")).contains(new Alias("Play", "Show"));
        assertThat(client.alias.get("Nothing")).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        assertThatThrownBy(() -> client.alias.create("Series", "Show")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> client.alias.create("Play", "Series")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> client.alias.create("Nothing", "Other")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> client.collections.create("Show")).isInstanceOf(Exception.class);
    }

    @Test
    void objectsAreWrittenAndFoundByAnAlias() throws Exception {
        CollectionHandle<Map<String, Object>> shows = client.collections.use("Show");
        shows.data.insert(Map.of("title", "Hamlet"), object -> object.uuid(ID));

        CollectionHandle<Map<String, Object>> plays = client.collections.use("Play");
        assertThat(plays.query.fetchObjectById(ID).orElseThrow().properties()).containsEntry("title", "Hamlet");
        assertThat(shows.query.bm25("hamlet").objects()).hasSize(1);
        assertThat(shows.size()).isEqualTo(1);
        assertThat(shows.config.get().orElseThrow().collectionName()).isEqualTo("Play");
    }

    @Test
    void anAliasComesToMeanAnotherCollection() throws Exception {
        client.collections.use("Show").data.insert(Map.of("title", "Hamlet"));
        client.alias.update("Show", "Series");

        assertThat(client.collections.use("Show").size()).isZero();
        assertThat(client.collections.use("Play").size()).isEqualTo(1);
    }

    @Test
    void aDeletedAliasLeavesItsCollection() throws Exception {
        assertThat(client.alias.delete("Show")).isTrue();
        assertThat(client.alias.delete("Show")).isFalse();

        assertThat(client.collections.exists("Play")).isTrue();
    }
}
