package io.text2vec.collections.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassReaderTest {

    private static CollectionDef read(String json) {
        return new ClassReader(SchemaSettings.DEFAULTS).read(Json.read(json));
    }

    private static Vectorizer vectorizer(String json) {
        return read(json).vectors().get("default").vectorizer();
    }

    private static Map<String, Object> textSettings(String json) {
        return read(json).properties().getFirst().moduleConfig();
    }

    @Test
    void thePythonClientsNamedVector() {
        String json = """
                {'class':'Film','properties':[{'name':'title','dataType':['text'],'skip_vectorization':true,
                  'vectorize_property_name':true}],
                 'vectorConfig':{'default':{'vectorizer':{'text2vec-transformers':
                  {'poolingStrategy':'masked_mean','vectorizeClassName':false,'properties':['Title'],'dimensions':64}}}}}
                """;
        TransformersSettings settings = TransformersSettings.of(vectorizer(json));
        assertThat(settings.vectorizeClassName()).isFalse();
        assertThat(settings.properties()).containsExactly("title");
        assertThat(settings.dimensions()).hasValue(64);
        assertThat(settings.inferenceUrl("query")).isEmpty();
        assertThat(textSettings(json))
                .as("its stray keys say nothing")
                .isEqualTo(Json.read("{'text2vec-transformers':{'skip':false,'vectorizePropertyName':false}}"));
    }

    @Test
    void theTypeScriptClientsNamedVector() {
        String json = """
                {'class':'Film','vectorizers':[],'references':[],
                 'properties':[{'name':'title','dataType':['text'],
                  'moduleConfig':{'text2vec-transformers':{'skip':false,'vectorizePropertyName':true}}}],
                 'vectorConfig':{'default':{'vectorIndexType':'hnsw','vectorizer':{'text2vec-transformers':{}}}}}
                """;
        assertThat(vectorizer(json).settings())
                .isEqualTo(Map.of("poolingStrategy", "masked_mean", "vectorizeClassName", true));
        assertThat(PropertyText.of(read(json).properties().getFirst())).isEqualTo(new PropertyText(false, true));
    }

    @Test
    void theJavaClientsClassWithoutVector() {
        CollectionDef collection = read("{'class':'Film','vectorConfig':{}}");
        assertThat(collection.namedVectors()).isFalse();
        assertThat(collection.vectors().get(VectorDef.LEGACY).vectorizer()).isEqualTo(Vectorizer.none());
    }

    @Test
    void inferenceUrlsAreKept() {
        TransformersSettings settings = TransformersSettings.of(vectorizer("""
                {'class':'C','vectorConfig':{'default':{'vectorizer':{'text2vec-transformers':
                 {'passageInferenceUrl':'http://p','queryInferenceUrl':'http://q'}}}}}
                """));
        assertThat(settings.passageInferenceUrl()).hasValue("http://p");
        assertThat(settings.queryInferenceUrl()).hasValue("http://q");
        assertThat(settings.inferenceUrl("query")).hasValue("http://q");
    }

    @Test
    void everyTypeOfPropertyGetsTheVectorizersSettings() {
        assertThat(read("""
                {'class':'C','vectorizer':'text2vec-transformers','properties':[
                 {'name':'n','dataType':['int']},{'name':'r','dataType':['C']}]}
                """).properties())
                .allSatisfy(property -> assertThat(property.moduleConfig()).containsKey("text2vec-transformers"));
        assertThat(textSettings("{'class':'C','properties':[{'name':'n','dataType':['int']}]}"))
                .isEmpty();
    }

    private static SchemaSettings flat(Quantization quantization) {
        return new SchemaSettings(
                true,
                DataType.TEXT,
                DataType.NUMBER,
                DataType.DATE,
                Vectorizer.TRANSFORMERS,
                Distance.DOT,
                VectorIndex.FLAT,
                Tokenization.FIELD,
                quantization,
                10);
    }

    @Test
    void aFlatIndexIsNotQuantisedWhereSqIsTheDefault() {
        VectorDef vector = new ClassReader(flat(Quantization.SQ))
                .read(Json.read("{'class':'C'}"))
                .vectors()
                .get(VectorDef.LEGACY);
        assertThat(vector.index().type()).isEqualTo(VectorIndex.FLAT);
        assertThat(vector.index().quantised()).isFalse();
    }

    @Test
    void theDefaultsComeFromTheSettings() {
        CollectionDef collection = new ClassReader(flat(Quantization.RQ))
                .read(Json.read("{'class':'C','properties':[{'name':'t','dataType':['text']}]}"));
        VectorDef vector = collection.vectors().get(VectorDef.LEGACY);
        assertThat(vector.vectorizer().module()).isEqualTo(Vectorizer.TRANSFORMERS);
        assertThat(vector.index().type()).isEqualTo(VectorIndex.FLAT);
        assertThat(vector.index().distance()).isEqualTo(Distance.DOT);
        assertThat(vector.index().quantised()).isTrue();
        assertThat(collection.properties().getFirst().tokenization()).hasValue(Tokenization.FIELD);
    }

    @Test
    void anIndexWithoutGraphHasTheNumbersOfOneNonetheless() {
        VectorIndex flat = read("{'class':'C','vectorIndexType':'flat'}")
                .vectors()
                .get(VectorDef.LEGACY)
                .index();
        assertThat(flat.maxConnections()).isEqualTo(32);
        assertThat(flat.efConstruction()).isEqualTo(128);
        assertThat(flat.settings()).doesNotContainKeys("maxConnections", "efConstruction");
    }

    @Test
    void oneNumberOfBm25LeavesTheOtherAtZero() {
        InvertedIndex index =
                read("{'class':'C','invertedIndexConfig':{'bm25':{'b':0.5}}}").invertedIndex();
        assertThat(index.b()).isEqualTo(0.5);
        assertThat(index.k1()).isZero();
    }

    @Test
    void anAdditionThatThePresetHasIsDropped() {
        Stopwords stopwords = read("""
                {'class':'C','invertedIndexConfig':{'stopwords':{'additions':['the','Star'],'removals':['a']}}}
                """).invertedIndex().stopwords();
        assertThat(stopwords).isEqualTo(new Stopwords("en", List.of("Star"), List.of("a")));
        assertThat(stopwords.words()).contains("the", "star").doesNotContain("a", "Star");
    }

    @Test
    void theCountOfShardsIsAWish() {
        assertThat(read("{'class':'C','shardingConfig':{'desiredCount':2,'virtualPerPhysical':4}}")
                        .sharding())
                .containsEntry("desiredCount", 2L)
                .containsEntry("actualCount", 1L)
                .containsEntry("desiredVirtualCount", 8L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | key class",
                "{'class':5} | class must be a text",
                "{'class':'9lives'} | A collection's name",
                "{'class':'With space'} | A collection's name",
                "{'class':''} | A collection's name",
                "{'class':'C','vectorizer':'text2vec-openai'} | text2vec-transformers or none",
                "{'class':'C','vectorIndexType':'dynamic'} | asynchronous",
                "{'class':'C','vectorIndexType':'tree'} | hnsw or flat",
                "{'class':'C','vectorIndexConfig':{'distance':'near'}} | cosine, dot, l2-squared, manhattan, hamming",
                "{'class':'C','vectorIndexConfig':{'efConstruction':3}} | efConstruction",
                "{'class':'C','vectorIndexConfig':{'maxConnections':3}} | maxConnections",
                "{'class':'C','vectorIndexConfig':{'maxConnections':513}} | maxConnections",
                "{'class':'C','vectorIndexConfig':{'ef':0}} | ef",
                "{'class':'C','vectorIndexConfig':{'ef':1.5}} | ef must be a whole number",
                "{'class':'C','vectorIndexConfig':{'filterStrategy':'x'}} | sweeping, acorn",
                "{'class':'C','vectorIndexConfig':{'sq':{'enabled':true},'rq':{'enabled':true}}} | only one",
                "{'class':'C','vectorIndexType':'flat','vectorIndexConfig':{'sq':{'enabled':true}}} | flat takes rq",
                "{'class':'C','invertedIndexConfig':{'bm25':{'b':1.1}}} | invertedIndexConfig.bm25.b",
                "{'class':'C','invertedIndexConfig':{'bm25':{'k1':-1}}} | invertedIndexConfig.bm25.k1",
                "{'class':'C','invertedIndexConfig':{'stopwords':{'preset':'de'}}} | en, none",
                "{'class':'C','invertedIndexConfig':{'stopwords':{'additions':[' ']}}} | must be words",
                "{'class':'C','invertedIndexConfig':{'stopwords':{'additions':['x'],'removals':['x']}}} | both",
                "{'class':'C','replicationConfig':{'factor':3}} | one node",
                "{'class':'C','shardingConfig':{'strategy':'x'}} | strategy must be hash",
                "{'class':'C','vectorConfig':{'a':{}}} | vectorConfig.a.vectorizer",
                "{'class':'C','vectorConfig':{'a':{'vectorizer':'none'}}} | must be an object",
                "{'class':'C','vectorConfig':{'a':{'vectorizer':{'none':{},'text2vec-transformers':{}}}}} | one key",
                "{'class':'C','vectorConfig':{'a':{'vectorizer':{'x':{}}}}} | text2vec-transformers or none",
                "{'class':'C','vectorConfig':{'a-b':{'vectorizer':{'none':{}}}}} | vector's name",
                "{'class':'C','vectorizer':'none','vectorConfig':{'a':{'vectorizer':{'none':{}}}}} | not both",
                "{'class':'C','vectorizer':'text2vec-transformers','moduleConfig':{'text2vec-transformers':"
                        + "{'passageInferenceUrl':'p'}}} | together",
                "{'class':'C','vectorizer':'text2vec-transformers','moduleConfig':{'text2vec-transformers':"
                        + "{'inferenceUrl':'i','passageInferenceUrl':'p','queryInferenceUrl':'q'}}} | together",
                "{'class':'C','vectorizer':'text2vec-transformers','moduleConfig':{'text2vec-transformers':"
                        + "{'properties':[]}}} | at least one",
                "{'class':'C','vectorizer':'text2vec-transformers','moduleConfig':{'text2vec-transformers':"
                        + "{'dimensions':0}}} | dimensions",
                "{'class':'C','properties':[{'name':'a','dataType':['int']},{'name':'A','dataType':['int']}]} | already",
                "{'class':'C','properties':[{'name':'ab','dataType':['int']},{'name':'aB','dataType':['int']}]} | already"
            })
    void whatMakesNoSenseIsRefusedByName(String json, String named) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'pq':{'enabled':true}} | pq",
                "{'bq':{'enabled':true}} | bq",
                "{'rq':{'enabled':true,'bits':1}} | 8 bits",
                "{'multivector':{'enabled':true}} | multivector"
            })
    void quantizersThatAreNotThereAreNamed(String config, String named) {
        assertThatThrownBy(() -> read("{'class':'C','vectorIndexConfig':" + config + "}"))
                .isInstanceOf(CollectionException.Unsupported.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'sq':{'enabled':true}} | true",
                "{'rq':{'enabled':true}} | true",
                "{'pq':{'enabled':false}} | false"
            })
    void eightBitsAreQuantised(String config, boolean quantised) {
        assertThat(read("{'class':'C','vectorIndexConfig':" + config + "}")
                        .vectors()
                        .get(VectorDef.LEGACY)
                        .index()
                        .quantised())
                .isEqualTo(quantised);
    }
}
