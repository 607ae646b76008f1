package io.text2vec.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import io.weaviate.client6.v1.api.collections.VectorIndex;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.query.Metadata;
import io.weaviate.client6.v1.api.collections.query.QueryMetadata;
import io.weaviate.client6.v1.api.collections.vectorindex.Distance;
import io.weaviate.client6.v1.api.collections.vectorindex.Hnsw;
import io.weaviate.client6.v1.api.collections.vectorizers.Text2VecTransformersVectorizer;
import io.weaviate.client6.v1.api.collections.vectorizers.Text2VecTransformersVectorizer.PoolingStrategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a Java program written for Weaviate with text2vec-transformers does: create, import, search. */
@Timeout(60)
class FilmsIT {
    private static LocalApp app;
    private static WeaviateClient client;

    @BeforeAll
    static void connect() throws Exception {
        app = LocalApp.start();
        client = app.connect();
    }

    @AfterAll
    static void end() throws Exception {
        client.close();
        app.close();
    }

    @BeforeEach
    void noFilm() throws Exception {
        client.collections.delete("Film");
    }

    @Test
    void aCollectionKeepsEverySetting() throws Exception {
        client.collections.create("Film", film -> film.vectorConfig(
                        VectorConfig.text2vecTransformers("title", vector -> vector.poolingStrategy(PoolingStrategy.CLS)
                                .sourceProperties("title")
                                .vectorIndex(Hnsw.of(
                                        index -> index.distance(Distance.DOT).ef(200)))),
                        VectorConfig.text2vecTransformers(
                                "elsewhere", vector -> vector.inferenceUrl("http://vectors:8080")),
                        VectorConfig.text2vecTransformers(
                                "apart", vector -> vector.passageInferenceUrl("http://passages:8080")
                                        .queryInferenceUrl("http://queries:8080")
                                        .dimensions(128)),
                        VectorConfig.selfProvided("own"))
                .properties(Property.text("title"), Property.integer("year", year -> year.indexRangeFilters(true))));

        CollectionConfig config = client.collections.getConfig("Film").orElseThrow();

        Text2VecTransformersVectorizer title = transformers(config, "title");
        assertThat(title.poolingStrategy()).isEqualTo(PoolingStrategy.CLS);
        assertThat(title.sourceProperties()).containsExactly("title");
        VectorIndex index = title.vectorIndex();
        assertThat(index.asHnsw().distance()).isEqualTo(Distance.DOT);
        assertThat(index.asHnsw().ef()).isEqualTo(200);
        assertThat(transformers(config, "elsewhere").inferenceUrl()).isEqualTo("http://vectors:8080");
        assertThat(transformers(config, "apart").passageInferenceUrl()).isEqualTo("http://passages:8080");
        assertThat(transformers(config, "apart").queryInferenceUrl()).isEqualTo("http://queries:8080");
        assertThat(config.vectors()).containsKey("own");
        assertThat(property(config, "year").indexRangeFilters()).isTrue();
    }

    private static Property property(CollectionConfig config, String name) {
        return config.properties().stream()
                .filter(property -> property.propertyName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Text2VecTransformersVectorizer transformers(CollectionConfig config, String vector) {
        return config.vectors().get(vector).asText2VecTransformers();
    }

    @Test
    void fiveFilmsAreImportedWithVectors() throws Exception {
        CollectionHandle<Map<String, Object>> films = imported();

        assertThat(films.size()).isEqualTo(5);
        assertThat(films.query.fetchObjects(query -> query.includeVector()).objects())
                .hasSize(5)
                .allSatisfy(
                        film -> assertThat(film.vectors().getDefaultSingle()).hasSize(384));
    }

    @Test
    void filmsAreFoundByMeaningAndByWords() throws Exception {
        CollectionHandle<Map<String, Object>> films = imported();

        List<WeaviateObject<Map<String, Object>>> near = films.query
                .nearText(
                        "A holiday film", query -> query.limit(2).returnMetadata(Metadata.DISTANCE, Metadata.CERTAINTY))
                .objects();
        List<WeaviateObject<Map<String, Object>>> hybrid = films.query
                .hybrid(
                        "A holiday film",
                        query -> query.alpha(0.7f).limit(2).returnMetadata(Metadata.SCORE, Metadata.EXPLAIN_SCORE))
                .objects();

        assertThat(near)
                .extracting(film -> film.properties().get("title"))
                .containsExactly("The Holiday", "Home Alone");
        QueryMetadata first = near.getFirst().queryMetadata();
        assertThat(first.distance())
                .isPositive()
                .isLessThan(near.getLast().queryMetadata().distance());
        assertThat(first.certainty()).isCloseTo(1 - first.distance() / 2, within(1e-5f));
        assertThat(hybrid)
                .extracting(film -> film.properties().get("title"))
                .containsExactly("The Holiday", "Home Alone");
        assertThat(hybrid.getFirst().queryMetadata().score())
                .isGreaterThan(hybrid.getLast().queryMetadata().score());
        assertThat(hybrid.getFirst().queryMetadata().explainScore()).contains("Hybrid");
    }

    /** The short way: title and description, vectors made for them. */
    private static CollectionHandle<Map<String, Object>> imported() throws Exception {
        CollectionHandle<Map<String, Object>> films =
                client.collections.create("Film", film -> film.vectorConfig(VectorConfig.text2vecTransformers())
                        .properties(Property.text("title"), Property.text("description")));
        assertThat(films.data.insertMany(Films.all()).errors()).isEmpty();
        return films;
    }
}
