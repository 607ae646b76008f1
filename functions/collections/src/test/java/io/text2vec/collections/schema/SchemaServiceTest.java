package io.text2vec.collections.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.Json;
import io.text2vec.collections.engine.MemoryEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaServiceTest {
    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);

    @BeforeEach
    void aFilmCollection() {
        schema.create(Json.read("""
                {'class':'Film','description':'films','vectorizer':'text2vec-transformers',
                 'properties':[{'name':'title','dataType':['text'],
                  'moduleConfig':{'text2vec-transformers':{'vectorizePropertyName':true}}}],
                 'vectorIndexConfig':{'ef':100,'distance':'dot'}}
                """));
    }

    private CollectionDef film() {
        return schema.find("Film").orElseThrow();
    }

    @Test
    void aCollectionIsFoundByANameWithASmallFirstLetter() {
        assertThat(schema.find("film")).contains(film());
        assertThat(schema.find("FILM")).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsRefusedOnceItsFirstLetterIsACapital() {
        assertThatThrownBy(() -> schema.create(Json.read("{'class':'film'}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("Film is there already");
        assertThat(schema.create(Json.read("{'class':'FILM'}")).name()).isEqualTo("FILM");
    }

    @Test
    void deletingWhatIsNotThereIsFine() {
        schema.delete("film");
        schema.delete("film");
        assertThat(schema.all()).isEmpty();
    }

    @Test
    void aReferenceNeedsItsTarget() {
        assertThatThrownBy(() -> schema.create(
                        Json.read("{'class':'Cast','properties':[{'name':'of','dataType':['Film','Book']}]}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("Book");
        schema.create(Json.read("{'class':'Cast','properties':[{'name':'of','dataType':['Film','Cast']}]}"));
        assertThat(schema.find("Cast")).isPresent();
    }

    @Test
    void aClassWhoseTargetWasDeletedMayStillChange() {
        CollectionDef cast =
                schema.create(Json.read("{'class':'Cast','properties':[{'name':'of','dataType':['Film']}]}"));
        schema.delete("Film");
        assertThat(schema.update("Cast", schema.json(cast))).isEqualTo(cast);
        schema.addProperty("Cast", Json.read("{'name':'year','dataType':['int']}"));
        assertThatThrownBy(() -> schema.addProperty("Cast", Json.read("{'name':'too','dataType':['Film']}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("Film");
    }

    @Test
    void aCollectionMayHaveTenants() {
        schema.create(Json.read("{'class':'C','multiTenancyConfig':{'enabled':true,'autoTenantCreation':true}}"));

        assertThat(schema.get("C").multiTenancy()).isEqualTo(new MultiTenancy(true, true, false));
        schema.update("C", Json.read("{'multiTenancyConfig':{'autoTenantActivation':true}}"));
        assertThat(schema.get("C").multiTenancy()).isEqualTo(new MultiTenancy(true, true, true));
    }

    @Test
    void puttingBackWhatWasReadChangesNothing() {
        CollectionDef before = film();
        assertThat(schema.update("film", schema.json(before))).isEqualTo(before);
    }

    @Test
    void puttingBackWithoutModuleConfigChangesNothing() {
        CollectionDef before = film();
        Map<String, Object> json = new HashMap<>(schema.json(before));
        json.remove("moduleConfig");
        json.put("properties", List.of(Map.of("name", "title", "dataType", List.of("text"))));
        assertThat(schema.update("Film", json)).isEqualTo(before);
    }

    @Test
    void aPropertyThatIsGivenInPartStaysAsItIs() {
        Property added = schema.addProperty("Film", Json.read("""
                {'name':'key','dataType':['text'],'indexFilterable':false,'indexSearchable':false,'tokenization':'field'}
                """));
        CollectionDef changed = schema.update("Film", Json.read("""
                {'properties':[{'name':'title','dataType':['text']},{'name':'key','dataType':['text']}]}
                """));
        assertThat(changed.property("key")).contains(added);
    }

    @Test
    void whatMayChangeChanges() {
        CollectionDef changed = schema.update("Film", Json.read("""
                {'class':'Film','description':'better films',
                 'properties':[{'name':'title','dataType':['text'],'description':'its name'}],
                 'vectorIndexConfig':{'ef':7,'dynamicEfMin':5,'flatSearchCutoff':9,'filterStrategy':'sweeping',
                  'sq':{'enabled':true}},
                 'invertedIndexConfig':{'bm25':{'b':0.1,'k1':2},'stopwords':{'preset':'none'}}}
                """));
        assertThat(schema.find("Film")).contains(changed);
        assertThat(changed.description()).hasValue("better films");
        assertThat(changed.properties().getFirst().description()).hasValue("its name");
        VectorIndex index = changed.vectors().get(VectorDef.LEGACY).index();
        assertThat(index.ef()).isEqualTo(7);
        assertThat(index.quantised()).isTrue();
        assertThat(index.distance()).isEqualTo(Distance.DOT);
        assertThat(changed.invertedIndex().k1()).isEqualTo(2);
        assertThat(changed.invertedIndex().stopwords().preset()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'class':'Movie'} | class",
                "{'vectorizer':'none'} | vectorizer",
                "{'vectorIndexType':'flat'} | vectorIndexType",
                "{'vectorIndexConfig':{'distance':'cosine'}} | vectorIndexConfig.distance",
                "{'vectorIndexConfig':{'efConstruction':64}} | vectorIndexConfig.efConstruction",
                "{'vectorIndexConfig':{'maxConnections':64}} | vectorIndexConfig.maxConnections",
                "{'moduleConfig':{'text2vec-transformers':{'vectorizeClassName':false}}} | vectorizer",
                "{'multiTenancyConfig':{'enabled':true}} | multiTenancyConfig",
                "{'shardingConfig':{'desiredCount':2}} | shardingConfig",
                "{'invertedIndexConfig':{'indexNullState':true}} | indexNullState",
                "{'properties':[]} | title",
                "{'properties':[{'name':'title','dataType':['text']},{'name':'b','dataType':['int']}]} | b",
                "{'properties':[{'name':'title','dataType':['text[]']}]} | title",
                "{'properties':[{'name':'title','dataType':['text'],'tokenization':'field'}]} | title",
                "{'vectorConfig':{'a':{'vectorizer':{'none':{}}}}} | names"
            })
    void whatMustStayIsRefusedByName(String json, String named) {
        CollectionDef before = film();
        assertThatThrownBy(() -> schema.update("Film", Json.read(json)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(named);
        assertThat(film()).isEqualTo(before);
    }

    @Test
    void aNamedVectorMayBeAddedAndNotRemoved() {
        schema.create(Json.read("{'class':'C','vectorConfig':{'a':{'vectorizer':{'none':{}}}}}"));
        CollectionDef both = schema.update("C", Json.read("""
                {'class':'C','vectorConfig':{'a':{'vectorizer':{'none':{}}},
                 'b':{'vectorizer':{'text2vec-transformers':{}}}}}
                """));
        assertThat(both.vectors()).containsOnlyKeys("a", "b");
        assertThatThrownBy(() -> schema.update(
                        "C",
                        Json.read("{'class':'C','vectorConfig':{'b':{'vectorizer':{'text2vec-transformers':{}}}}}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("vectorConfig.a");
    }

    @Test
    void changingWhatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> schema.update("None", Json.read("{'class':'None'}")))
                .isInstanceOf(CollectionException.NotFound.class);
        assertThatThrownBy(() -> schema.addProperty("None", Json.read("{'name':'a','dataType':['int']}")))
                .as("the contract answers 422 here")
                .isInstanceOf(CollectionException.Invalid.class);
        assertThatThrownBy(() -> schema.shards("None")).isInstanceOf(CollectionException.NotFound.class);
    }

    @Test
    void aPropertyIsAddedWithItsDefaults() {
        Property added = schema.addProperty("film", Json.read("{'name':'Year','dataType':['int']}"));
        assertThat(schema.json(added)).isEqualTo(Json.read("""
                {'name':'year','dataType':['int'],'indexFilterable':true,'indexSearchable':false,
                 'indexRangeFilters':false,
                 'moduleConfig':{'text2vec-transformers':{'skip':false,'vectorizePropertyName':false}}}
                """));
        assertThat(film().properties()).extracting(Property::name).containsExactly("title", "year");
    }

    @Test
    void aPropertyThatIsThereIsRefusedInEveryCase() {
        assertThatThrownBy(() -> schema.addProperty("Film", Json.read("{'name':'TITLE','dataType':['text']}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("already");
    }

    @Test
    void tooManyPropertiesAreRefusedByTheNameOfTheSetting() {
        SchemaSettings two =
                SchemaSettings.read(name -> name.equals("TEXT2VEC_PROPERTIES") ? Optional.of("2") : Optional.empty());
        SchemaService small = new SchemaService(new MemoryEngine(), two);
        assertThatThrownBy(() -> small.create(Json.read("""
                        {'class':'C','properties':[{'name':'o','dataType':['object'],'nestedProperties':[
                         {'name':'a','dataType':['int']},{'name':'b','dataType':['int']}]}]}
                        """)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("TEXT2VEC_PROPERTIES");
    }

    @Test
    void withoutAutoSchemaAVectorNeedsAText() {
        SchemaService fixed = new SchemaService(
                new MemoryEngine(),
                SchemaSettings.read(
                        name -> name.equals("AUTOSCHEMA_ENABLED") ? Optional.of("false") : Optional.empty()));
        String textless = """
                {'class':'C','vectorizer':'text2vec-transformers','properties':[%s],
                 'moduleConfig':{'text2vec-transformers':{'vectorizeClassName':false}}}
                """;
        assertThatThrownBy(() -> fixed.create(Json.read(textless.formatted("{'name':'n','dataType':['int']}"))))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("vectorizeClassName");
        fixed.create(Json.read(textless.formatted("{'name':'t','dataType':['text']}")));
        assertThat(fixed.find("C")).isPresent();
    }

    @Test
    void autoSchemaMakesACollectionOnceForManyWriters() throws InterruptedException, ExecutionException {
        List<Callable<CollectionDef>> writers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String property = "p" + i;
            writers.add(() -> schema.complete("auto", Map.of(property, "a text")));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<CollectionDef> written : threads.invokeAll(writers)) {
                assertThat(written.get().name()).isEqualTo("Auto");
            }
        }
        assertThat(schema.find("Auto").orElseThrow().properties()).hasSize(32);
    }

    @Test
    void autoSchemaMakesNothingOfAnObjectItCannotType() {
        assertThatThrownBy(() -> schema.complete("auto", Map.of("a", List.of(1L, "x"))))
                .isInstanceOf(CollectionException.Invalid.class);
        assertThatThrownBy(() -> schema.complete("auto", Map.of("bad name", 1L)))
                .isInstanceOf(CollectionException.Invalid.class);
        assertThat(schema.find("Auto")).isEmpty();
    }
}
