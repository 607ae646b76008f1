package io.text2vec.collections.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.Json;
import io.text2vec.collections.object.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoSchemaTest {
    private final AutoSchema autoSchema = new AutoSchema(SchemaSettings.DEFAULTS);

    private CollectionDef made(Map<String, Object> properties) {
        return autoSchema.complete(Optional.empty(), "film", properties);
    }

    private static List<String> types(CollectionDef collection) {
        return collection.properties().stream()
                .map(property -> PropertyJson.dataType(property.type()).getFirst())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'2020-01-31T12:00:00+02:00' | date",
                "'6ba7b810-9dad-11d1-80b4-00c04fd430c8' | uuid",
                "'some text' | text",
                "'2020-01-31' | text",
                "5 | number",
                "5.5 | number",
                "true | boolean",
                "null | text",
                "[] | text[]",
                "['a','b'] | text[]",
                "[1,2.5] | number[]",
                "[true] | boolean[]",
                "['2020-01-31T12:00:00Z'] | date[]",
                "['2020-01-31T12:00:00Z','soon'] | text[]",
                "['6ba7b810-9dad-11d1-80b4-00c04fd430c8','2020-01-31T12:00:00Z'] | text[]",
                "{'latitude':1,'longitude':2.5} | geoCoordinates",
                "{'input':'020 1234567','defaultCountry':'nl'} | phoneNumber",
                "{'a':1} | object",
                "{'a':{'input':'1','x':2}} | object",
                "[{'a':1},{'b':2}] | object[]"
            })
    void aTypeFollowsFromTheValue(String value, String type) {
        assertThat(types(made(Json.read("{'a':" + value + "}")))).containsExactly(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{}", "{'a':{}}", "[{}]"})
    void anObjectWithoutValuesTellsNoType(String value) {
        assertThat(made(Json.read("{'a':" + value + "}")).properties()).isEmpty();
    }

    @Test
    void aListOfTypedIntsIsOfInts() {
        assertThat(types(made(Map.of("a", new Value.Many(List.of(new Value.Int(1)))))))
                .containsExactly("int[]");
        assertThat(types(made(Map.of("a", new Value.Many(List.of()))))).containsExactly("text[]");
        assertThat(types(made(Map.of("a", new Value.Many(List.of(new Value.Text("2020-01-31T12:00:00Z")))))))
                .containsExactly("date[]");
    }

    @Test
    void objectsThatADoorTypedAreReadAsJsonWouldBe() {
        Value.Nested cast = new Value.Nested(Map.of("born", new Value.Int(1970)));
        for (Value value : List.of(cast, new Value.Many(List.of(cast, cast)))) {
            Property property = made(Map.of("cast", value)).properties().getFirst();
            assertThat(property.type().of()).isEqualTo(DataType.OBJECT);
            assertThat(property.nested().getFirst().type()).isEqualTo(PropertyType.one(DataType.INT));
        }
    }

    @Test
    void aNameGivenTwiceIsOneProperty() {
        CollectionDef film = made(Json.read("{'cast':{'a':1}}"));
        CollectionDef wider = autoSchema.complete(
                Optional.of(film), "film", Json.read("{'Cast':{'b':1},'cast':{'c':1},'N':1,'n':1}"));
        assertThat(wider.properties()).extracting(Property::name).containsExactly("cast", "n");
    }

    @Test
    void nestedTypesFollowTheSameWay() {
        CollectionDef collection = made(
                Json.read("{'cast':[{'name':'x','born':1970},{'name':'2020-01-31T12:00:00Z','in':{'A':[true]}}]}"));
        Property cast = collection.properties().getFirst();
        assertThat(cast.nested())
                .extracting(nested -> nested.name() + " "
                        + PropertyJson.dataType(nested.type()).getFirst())
                .containsExactlyInAnyOrder("name text", "born number", "in object");
        assertThat(cast.nested().getLast().nested().getFirst().type()).isEqualTo(PropertyType.many(DataType.BOOLEAN));
    }

    @Test
    void aCollectionIsMadeWithANamedVectorThatComesWithObjects() {
        SchemaSettings transformers = SchemaSettings.read(name ->
                name.equals("DEFAULT_VECTORIZER_MODULE") ? Optional.of("text2vec-transformers") : Optional.empty());
        CollectionDef made = new AutoSchema(transformers).complete(Optional.empty(), "film", Map.of("Title", "x"));
        assertThat(made.name()).isEqualTo("Film");
        assertThat(made.vectors()).containsOnlyKeys("default");
        assertThat(made.vectors().get("default").vectorizer()).isEqualTo(Vectorizer.none());
        assertThat(made.description())
                .hasValueSatisfying(text -> assertThat(text).contains("auto-schema"));
        assertThat(made.properties().getFirst().name()).isEqualTo("title");
        assertThat(made.properties().getFirst().description())
                .hasValueSatisfying(text -> assertThat(text).contains("auto-schema"));
    }

    @Test
    void aCollectionThatLacksNothingIsTheSameOne() {
        CollectionDef film = made(Json.read("{'title':'x','cast':{'name':'y'}}"));
        assertThat(autoSchema.complete(Optional.of(film), "film", Json.read("{'Title':'z','cast':{'name':'y'}}")))
                .isSameAs(film);
        assertThat(autoSchema.complete(Optional.of(film), "film", Json.read("{'title':5}")))
                .as("whether a value fits is not asked here")
                .isSameAs(film);
    }

    @Test
    void anObjectPropertyGetsWhatItLacks() {
        CollectionDef film = made(Json.read("{'cast':[{'name':'x','in':{'a':1}}]}"));
        CollectionDef wider = autoSchema.complete(
                Optional.of(film), "film", Json.read("{'cast':[{'born':1970,'in':{'b':true}}],'year':1}"));
        assertThat(wider.properties()).extracting(Property::name).containsExactly("cast", "year");
        Property cast = wider.properties().getFirst();
        assertThat(cast.nested()).extracting(Property::name).containsExactly("name", "in", "born");
        assertThat(cast.nested().get(1).nested()).extracting(Property::name).containsExactly("a", "b");
    }

    @Test
    void propertiesOfACollectionWithVectorizerGetItsSettings() {
        CollectionDef film = new ClassReader(SchemaSettings.DEFAULTS)
                .read(Json.read("{'class':'Film','vectorizer':'text2vec-transformers'}"));
        CollectionDef wider = autoSchema.complete(Optional.of(film), "film", Json.read("{'title':'x'}"));
        assertThat(wider.properties().getFirst().moduleConfig()).containsKey("text2vec-transformers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1,'x'] | a",
                "[[1]] | a",
                "[{'b':1},2] | a",
                "[{'b':{'c':1}},{'b':2}] | a.b",
                "[{'b':1},{'b':'x'}] | a.b"
            })
    void aListOfSeveralTypesIsRefused(String value, String named) {
        assertThatThrownBy(() -> made(Json.read("{'a':" + value + "}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("Property " + named);
    }

    @Test
    void beaconsMakeAReferenceToTheCollectionsThatTheyName() {
        String id = "00000000-0000-0000-0000-000000000001";
        CollectionDef film = made(Json.read("""
                {'by':[{'beacon':'weaviate://localhost/Person/%s'}],
                 'of':[{'beacon':'weaviate://localhost/Person/%s'},{'beacon':'weaviate://localhost/place/%s'}]}""".formatted(id, id, id)));

        assertThat(film.property("by").orElseThrow().type()).isEqualTo(PropertyType.reference(List.of("Person")));
        assertThat(film.property("of").orElseThrow().type())
                .isEqualTo(PropertyType.reference(List.of("Person", "Place")));
    }

    @Test
    void aBeaconWithoutACollectionTellsNotWhatIsPointedTo() {
        assertThatThrownBy(() -> made(
                        Json.read("{'by':[{'beacon':'weaviate://localhost/00000000-0000-0000-0000-000000000001'}]}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContainingAll("by", "collection");
        assertThatThrownBy(() -> made(Json.read("{'cast':{'by':[{'beacon':'weaviate://localhost/Person/"
                        + "00000000-0000-0000-0000-000000000001'}]}}")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("within an object");
    }

    @Test
    void whenItIsOffCollectionsStayAsTheyAre() {
        AutoSchema off = new AutoSchema(SchemaSettings.read(
                name -> name.equals("AUTOSCHEMA_ENABLED") ? Optional.of("false") : Optional.empty()));
        CollectionDef film = made(Map.of());
        assertThat(off.complete(Optional.of(film), "film", Map.of("a", 1L))).isSameAs(film);
        assertThatThrownBy(() -> off.complete(Optional.empty(), "film", new HashMap<>()))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("AUTOSCHEMA_ENABLED");
    }
}
