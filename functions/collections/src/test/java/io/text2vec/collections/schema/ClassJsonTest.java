package io.text2vec.collections.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.collections.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassJsonTest {

    /** The contract's section 3.1, to the letter. */
    private static final String MINIMAL = """
            {'class':'Minimal','properties':null,'vectorizer':'none','vectorIndexType':'hnsw',
             'invertedIndexConfig':{'bm25':{'b':0.75,'k1':1.2},'cleanupIntervalSeconds':60,
              'stopwords':{'additions':null,'preset':'en','removals':null},'usingBlockMaxWAND':true},
             'multiTenancyConfig':{'autoTenantActivation':false,'autoTenantCreation':false,'enabled':false},
             'replicationConfig':{'factor':1,'asyncEnabled':false,'deletionStrategy':'TimeBasedResolution'},
             'shardingConfig':{'virtualPerPhysical':128,'desiredCount':1,'actualCount':1,'desiredVirtualCount':128,
              'actualVirtualCount':128,'key':'_id','strategy':'hash','function':'murmur3'},
             'vectorIndexConfig':{'distance':'cosine','ef':-1,'efConstruction':128,'maxConnections':32,
              'dynamicEfMin':100,'dynamicEfMax':500,'dynamicEfFactor':8,'vectorCacheMaxObjects':1000000000000,
              'flatSearchCutoff':40000,'cleanupIntervalSeconds':300,'skip':false,'filterStrategy':'acorn',
              'pq':{'enabled':false,'bitCompression':false,'segments':0,'centroids':256,'trainingLimit':100000,
               'encoder':{'type':'kmeans','distribution':'log-normal'}},
              'bq':{'enabled':false},'sq':{'enabled':false,'trainingLimit':100000,'rescoreLimit':20},
              'rq':{'enabled':false,'bits':8,'rescoreLimit':20},
              'multivector':{'enabled':false,'aggregation':'maxSim',
               'muvera':{'enabled':false,'ksim':4,'dprojections':16,'repetitions':10}},
              'skipDefaultQuantization':false,'trackDefaultQuantization':false}}
            """;

    private static CollectionDef read(String json) {
        return new ClassReader(SchemaSettings.DEFAULTS).read(Json.read(json));
    }

    @Test
    void aClassThatIsOnlyNamedGetsEveryDefault() {
        assertThat(ClassJson.write(read("{'class':'Minimal'}"))).isEqualTo(Json.read(MINIMAL));
    }

    @Test
    void emptyVectorizersAreAbsentOnes() {
        assertThat(read("{'class':'Minimal','vectorizer':'','vectorConfig':{},'moduleConfig':{},'properties':[]}"))
                .isEqualTo(read("{'class':'Minimal'}"));
    }

    @Test
    void flatIndexesHaveTheirOwnSettings() {
        assertThat(ClassJson.write(read("{'class':'C','vectorIndexType':'flat'}")))
                .containsEntry("vectorIndexConfig", Json.read("""
                        {'distance':'cosine','vectorCacheMaxObjects':1000000000000,
                         'pq':{'enabled':false,'cache':false,'rescoreLimit':-1},
                         'bq':{'enabled':false,'cache':false,'rescoreLimit':-1},
                         'sq':{'enabled':false,'cache':false,'rescoreLimit':-1},
                         'rq':{'enabled':false,'cache':false,'rescoreLimit':-1,'bits':8}}
                        """));
    }

    @Test
    void theLegacyVectorizersSettingsAreInTheModuleConfigBesideThoseOfOthers() {
        Map<String, Object> json = ClassJson.write(read("""
                {'class':'C','vectorizer':'text2vec-transformers',
                 'moduleConfig':{'text2vec-transformers':{'own':1},'generative-x':{'model':'m'}}}
                """));
        assertThat(json)
                .containsEntry("vectorizer", "text2vec-transformers")
                .containsEntry("moduleConfig", Json.read("""
                        {'text2vec-transformers':{'poolingStrategy':'masked_mean','vectorizeClassName':true,'own':1},
                         'generative-x':{'model':'m'}}
                        """));
    }

    @Test
    void namedVectorsTakeThePlaceOfTheLegacyKeys() {
        Map<String, Object> json =
                ClassJson.write(read("{'class':'C','vectorConfig':{'own':{'vectorizer':{'none':{}}}}}"));
        assertThat(json).doesNotContainKeys("vectorizer", "vectorIndexType", "vectorIndexConfig", "moduleConfig");
        assertThat(json.get("vectorConfig"))
                .isEqualTo(Map.of(
                        "own",
                        Map.of(
                                "vectorizer", Map.of("none", Map.of()),
                                "vectorIndexType", "hnsw",
                                "vectorIndexConfig", Json.read(MINIMAL).get("vectorIndexConfig"))));
    }

    @Test
    void tenantsAreTheShards() {
        assertThat(read("{'class':'C','multiTenancyConfig':{'enabled':true}}").sharding())
                .isEqualTo(Json.read("""
                        {'virtualPerPhysical':0,'desiredCount':0,'actualCount':0,'desiredVirtualCount':0,
                         'actualVirtualCount':0,'key':'','strategy':'','function':''}
                        """));
    }

    @Test
    void unknownKeysAreDropped() {
        assertThat(read("{'class':'C','vectorizers':1,'references':[],'vectorIndexConfig':{'new':true}}"))
                .isEqualTo(read("{'class':'C'}"));
    }

    @ParameterizedTest
    @MethodSource("io.text2vec.collections.schema.SomeClasses#all")
    void whatIsWrittenReadsAsTheSameAgain(CollectionDef collection) throws IOException {
        String stored = Json.write(ClassJson.write(collection));
        @SuppressWarnings("unchecked")
        Map<String, Object> loaded = new ObjectMapper().readValue(stored, Map.class);
        assertThat(ClassJson.read(loaded)).isEqualTo(collection);
    }
}
