package io.text2vec.cluster.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.AutoSchema;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.web.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterClassTest {
    private static final AutoSchema AUTO = new AutoSchema(SchemaSettings.DEFAULTS);

    private final ClusterClass film = of("""
            {"class":"Film","vectorConfig":{
               "plot":{"vectorIndexType":"dynamic","vectorizer":{"text2vec-transformers":{}}},
               "picture":{"vectorIndexType":"hnsw","vectorizer":{"multi2vec-clip":{"imageFields":["p"]}}}},
             "multiTenancyConfig":{"enabled":true},"replicationConfig":{"factor":3},
             "properties":[
               {"name":"title","dataType":["text"],"tokenization":"gse"},
               {"name":"year","dataType":["int"]},
               {"name":"by","dataType":["Person"]}]}""");

    @Test
    void whatIsUnknownHereIsLeftToWeaviate() {
        assertThat(film.vectorizes("plot")).isTrue();
        assertThat(film.vectorizes("picture")).isFalse();
        assertThat(film.has("picture")).isTrue();
        assertThat(film.definition().properties()).extracting("name").containsExactly("title", "year");
    }

    @Test
    void valuesThatCantBeReadAndReferencesAreLeftOut() {
        Map<String, Object> raw =
                Map.of("Title", "Jaws", "year", "no number", "by", List.of(Map.of("beacon", "weaviate://localhost/1")));
        assertThat(film.read(raw, AUTO).values()).isEqualTo(Map.of("title", new Value.Text("Jaws")));
    }

    @Test
    void propertiesThatAutoSchemaWillMakeCount() {
        ClusterClass.Read read = film.read(Map.of("tagline", "Don't go in the water"), AUTO);
        assertThat(read.values()).containsOnlyKeys("tagline");
        assertThat(read.collection().property("tagline")).isPresent();
    }

    @Test
    void aVectorWithoutNameIsTheOnlyOne() {
        ClusterClass single =
                of("{\"class\":\"Film\",\"vectorConfig\":{\"plot\":{\"vectorizer\":{\"text2vec-transformers\":{}}}}}");
        assertThat(single.stored("")).isEqualTo("plot");
        assertThat(film.stored("")).isEmpty();
    }

    @Test
    void aClassOfWeaviatesOwnModuleIsVectorisedHereToo() {
        assertThat(of("{\"class\":\"Film\",\"vectorizer\":\"text2vec-transformers\"}")
                        .vectorizes())
                .isTrue();
        assertThat(of("{\"class\":\"Film\",\"vectorizer\":\"text2vec-openai\"}").vectorizes())
                .isFalse();
    }

    @Test
    void whatASearchMustKnowIsTold() {
        CollectionDef known = of("""
                {"class":"Film","vectorizer":"none","vectorIndexType":"flat","vectorIndexConfig":{"distance":"dot","pq":{"enabled":true}},
                 "multiTenancyConfig":{"enabled":true},"invertedIndexConfig":{"indexTimestamps":true,"cleanupIntervalSeconds":60},
                 "properties":[{"name":"title","dataType":["text"],"indexSearchable":false,"indexFilterable":true,"tokenization":"gse"}]}""").definition();
        assertThat(known.multiTenancy().enabled()).isTrue();
        assertThat(known.invertedIndex().timestamps()).isTrue();
        assertThat(known.invertedIndex().nullState()).isFalse();
        assertThat(known.property("title").orElseThrow().searchable()).isFalse();
        assertThat(known.vectors().get("").index().distance()).isEqualTo(Distance.DOT);
    }

    private static ClusterClass of(String json) {
        return ClusterClass.of(JsonTree.object(json.getBytes(StandardCharsets.UTF_8), "an object"));
    }
}
