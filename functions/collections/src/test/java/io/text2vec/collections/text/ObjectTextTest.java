package io.text2vec.collections.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.Json;
import io.text2vec.collections.object.ObjectReader;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectTextTest {
    private static final String NAMED = "'moduleConfig':{'text2vec-transformers':{'vectorizePropertyName':true}}";
    private static final String SKIPPED = "'moduleConfig':{'text2vec-transformers':{'skip':true}}";

    private static CollectionDef collection(String settings, String... properties) {
        return ClassJson.read(Json.read("""
                {'class':'MyHTTPServerV2','vectorizer':'text2vec-transformers',
                 'moduleConfig':{'text2vec-transformers':%s},'properties':[%s]}
                """.formatted(settings, String.join(",", properties))));
    }

    private static String property(String name, String type, String... more) {
        String config = more.length == 0 ? "" : "," + more[0];
        return "{'name':'%s','dataType':['%s']%s}".formatted(name, type, config);
    }

    private static ObjectText text(CollectionDef collection, boolean lowercase) {
        return new ObjectText(collection, collection.vectors().get(VectorDef.LEGACY), lowercase);
    }

    private static Optional<String> text(CollectionDef collection, String object) {
        return text(collection, false).of(ObjectReader.read(collection, Json.read(object)));
    }

    /** The contract's own example. */
    @Test
    void classNameThenValuesInTheOrderOfNamesEachWithItsName() {
        CollectionDef collection = collection(
                "{}", property("titleText", "text", NAMED), property("n", "int"), property("arr", "text[]", NAMED));
        assertThat(text(collection, "{'arr':['One x','Two'],'n':5,'titleText':'Hello THERE'}"))
                .hasValue("My HTTP Server V 2 arr One x arr Two title Text Hello THERE");
    }

    @Test
    void caseIsLostWhereThatIsAskedFor() {
        CollectionDef collection = collection("{}", property("titleText", "text", NAMED));
        assertThat(text(collection, true).of(Map.of("titleText", new Value.Text("Hello THERE"))))
                .hasValue("my http server v 2 title text hello there");
    }

    @Test
    void onlyTextsCountAndABlobIsOne() {
        CollectionDef collection = collection(
                "{'vectorizeClassName':false}",
                property("a", "text"),
                property("b", "blob"),
                property("c", "number"),
                property("d", "boolean"),
                property("e", "date"),
                property("f", "uuid"),
                property("g", "geoCoordinates"),
                property("h", "text", SKIPPED),
                "{'name':'i','dataType':['object'],'nestedProperties':[{'name':'x','dataType':['text']}]}");
        assertThat(text(collection, """
                {'a':'x','b':'aGk=','c':1,'d':true,'e':'2020-01-31T12:00:00Z',
                 'f':'6ba7b810-9dad-11d1-80b4-00c04fd430c8','g':{'latitude':1,'longitude':2},'h':'no','i':{'x':'no'}}
                """)).hasValue("x aGk=");
    }

    @Test
    void withoutAnyPartTheClassNameStandsAlone() {
        assertThat(text(collection("{'vectorizeClassName':false}", property("a", "text")), "{}"))
                .hasValue("My HTTP Server V 2");
    }

    @Test
    void sourcePropertiesAloneCountWhateverTheySkip() {
        CollectionDef collection = collection(
                "{'vectorizeClassName':false,'properties':['B']}",
                property("a", "text"),
                property("b", "text", SKIPPED));
        assertThat(text(collection, "{'a':'no','b':'yes'}")).hasValue("yes");
        assertThat(text(collection, "{'a':'no'}"))
                .as("nothing found: no vector")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "int | 5 | 5",
                "number | 5.0 | 5",
                "number | 0.1 | 0.1",
                "number | 1e20 | 100000000000000000000",
                "number | 1e21 | 1e+21",
                "number | -2.5e-7 | -2.5e-7",
                "boolean | true | true",
                "date | '2020-01-31T12:00:00+02:00' | \"2020-01-31T12:00:00+02:00\"",
                "int[] | [1,2] | [1,2]",
                "number[] | [1.0,2.5] | [1,2.5]",
                "int[] | [] | ",
                "uuid | '6ba7b810-9dad-11d1-80b4-00c04fd430c8' | ",
                "geoCoordinates | {'latitude':1,'longitude':2} | "
            })
    void sourcePropertiesOfMoreTypesCountAsJsonSpellsThem(String type, String value, String spelt) {
        CollectionDef collection = collection("{'vectorizeClassName':false,'properties':['a']}", property("a", type));
        assertThat(text(collection, "{'a':" + value + "}")).isEqualTo(Optional.ofNullable(spelt));
    }

    @Test
    void aSourceObjectIsJsonWithItsKeysInOrder() {
        CollectionDef collection = collection("{'vectorizeClassName':false,'properties':['o']}", """
                {'name':'o','dataType':['object'],'nestedProperties':[
                 {'name':'b','dataType':['number']},{'name':'a','dataType':['text[]']}]}
                """);
        assertThat(text(collection, "{'o':{'b':2.0,'a':['x']}}")).hasValue("{\"a\":[\"x\"],\"b\":2}");
    }

    @Test
    void aVectorIsGoodForAnotherObjectWithTheSameTexts() {
        CollectionDef collection =
                collection("{}", property("a", "text"), property("n", "int"), property("s", "text", SKIPPED));
        ObjectText text = text(collection, false);
        Map<String, Value> before = ObjectReader.read(collection, Json.read("{'a':'x','n':1,'s':'y'}"));
        assertThat(text.same(before, ObjectReader.read(collection, Json.read("{'a':'x','n':2,'s':'z'}"))))
                .isTrue();
        assertThat(text.same(before, ObjectReader.read(collection, Json.read("{'a':'X','n':1,'s':'y'}"))))
                .isFalse();
        assertThat(text.same(before, ObjectReader.read(collection, Json.read("{'n':1}"))))
                .isFalse();
    }

    @Test
    void withSourcePropertiesOnlyTheseMustBeTheSame() {
        CollectionDef collection = collection(
                "{'properties':['a','n']}", property("a", "text"), property("n", "int"), property("b", "text"));
        ObjectText text = text(collection, false);
        Map<String, Value> before = ObjectReader.read(collection, Json.read("{'a':'x','n':1,'b':'y'}"));
        assertThat(text.same(before, ObjectReader.read(collection, Json.read("{'a':'x','n':1,'b':'z'}"))))
                .isTrue();
        assertThat(text.same(before, ObjectReader.read(collection, Json.read("{'a':'x','n':2,'b':'y'}"))))
                .as("its number is in the text too")
                .isFalse();
    }
}
