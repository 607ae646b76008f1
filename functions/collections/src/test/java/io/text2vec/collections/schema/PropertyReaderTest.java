package io.text2vec.collections.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyReaderTest {

    private static Property read(String json) {
        return new PropertyReader(SchemaSettings.DEFAULTS)
                .read(new Fields("", Json.read(json)), Set.of(), Optional.empty());
    }

    @Test
    void aTextGetsEveryDefault() {
        assertThat(PropertyJson.write(read("{'name':'Title','dataType':['text']}")))
                .isEqualTo(Json.read("""
                        {'name':'title','dataType':['text'],'indexFilterable':true,'indexSearchable':true,
                         'indexRangeFilters':false,'tokenization':'word'}
                        """));
    }

    @Test
    void otherTypesAreNotSearchable() {
        assertThat(PropertyJson.write(read("{'name':'year','dataType':['int']}")))
                .isEqualTo(Json.read("""
                        {'name':'year','dataType':['int'],'indexFilterable':true,'indexSearchable':false,
                         'indexRangeFilters':false}
                        """));
    }

    @Test
    void nestedPropertiesHaveTheirOwnDefaultsAndKeepTheirCase() {
        Property cast = read("""
                {'name':'cast','dataType':['object[]'],'nestedProperties':[{'name':'Name','dataType':['text']}]}
                """);
        assertThat(cast.type()).isEqualTo(PropertyType.many(DataType.OBJECT));
        assertThat(cast.nested()).singleElement().satisfies(nested -> {
            assertThat(nested.name()).isEqualTo("Name");
            assertThat(nested.tokenization()).hasValue(Tokenization.WORD);
        });
    }

    @Test
    void referencesNameTheirTargets() {
        assertThat(read("{'name':'of','dataType':['Film','Book']}").type())
                .isEqualTo(PropertyType.reference(List.of("Film", "Book")));
    }

    @ParameterizedTest
    @CsvSource({"text[]", "int[]", "number[]", "boolean[]", "date[]", "uuid[]"})
    void listsHaveBrackets(String type) {
        Property property = read("{'name':'a','dataType':['" + type + "']}");
        assertThat(property.type().many()).isTrue();
        assertThat(PropertyJson.dataType(property.type())).containsExactly(type);
    }

    @ParameterizedTest
    @CsvSource({",WHITESPACE", "word,WHITESPACE", "field,FIELD"})
    void theOldNameOfTextKeepsItsTokens(String tokenization, Tokenization read) {
        String given = tokenization == null ? "" : ",'tokenization':'" + tokenization + "'";
        Property property = read("{'name':'a','dataType':['string']" + given + "}");
        assertThat(property.type()).isEqualTo(PropertyType.one(DataType.TEXT));
        assertThat(property.tokenization()).hasValue(read);
    }

    @Test
    void indexInvertedIsTheOldWordForBothIndexes() {
        Property property = read("{'name':'a','dataType':['text'],'indexInverted':false}");
        assertThat(property.filterable()).isFalse();
        assertThat(property.searchable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "_id", "_additional", "Id", "9a", "with-dash", "with space", ""})
    void namesThatAreReservedOrBrokenAreRefused(String name) {
        assertThatThrownBy(() -> read("{'name':'" + name + "','dataType':['int']}"))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("property");
    }

    @Test
    void aNameMayHave231Characters() {
        String longest = "a".repeat(231);
        assertThat(read("{'name':'" + longest + "','dataType':['int']}").name()).isEqualTo(longest);
        assertThatThrownBy(() -> read("{'name':'a" + longest + "','dataType':['int']}"))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'dataType':['int']} | name",
                "{'name':'a'} | dataType",
                "{'name':'a','dataType':[]} | dataType",
                "{'name':'a','dataType':'text'} | dataType must be a list",
                "{'name':'a','dataType':['text','int']} | one type",
                "{'name':'a','dataType':['film']} | dataType",
                "{'name':'a','dataType':['blob[]']} | dataType",
                "{'name':'a','dataType':['geoCoordinates[]']} | dataType",
                "{'name':'a','dataType':['int'],'indexSearchable':true} | indexSearchable",
                "{'name':'a','dataType':['text'],'indexRangeFilters':true} | indexRangeFilters",
                "{'name':'a','dataType':['int'],'tokenization':'word'} | tokenization",
                "{'name':'a','dataType':['text'],'tokenization':'letters'} | word, lowercase, whitespace, field, trigram",
                "{'name':'a','dataType':['text'],'indexInverted':true,'indexFilterable':true} | indexInverted",
                "{'name':'a','dataType':['object']} | nestedProperties",
                "{'name':'a','dataType':['int'],'nestedProperties':[{'name':'b','dataType':['int']}]} | nestedProperties",
                "{'name':'a','dataType':['object'],'nestedProperties':[{'name':'b','dataType':['Film']}]} | reference",
                "{'name':'a','dataType':['text'],'moduleConfig':5} | moduleConfig"
            })
    void whatMakesNoSenseIsRefusedByName(String json, String named) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(named);
    }

    @Test
    void aTokenizationWithDictionaryIsNamed() {
        assertThatThrownBy(() -> read("{'name':'a','dataType':['text'],'tokenization':'gse'}"))
                .isInstanceOf(CollectionException.Unsupported.class)
                .hasMessageContaining("gse");
    }
}
