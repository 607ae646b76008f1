package io.text2vec.collections.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.Json;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectReaderTest {
    private static final UUID ID = new UUID(0, 1);
    private static final CollectionDef FILM = ClassJson.read(Json.read("""
            {'class':'Film','properties':[
             {'name':'title','dataType':['text']},{'name':'tags','dataType':['text[]']},
             {'name':'year','dataType':['int']},{'name':'years','dataType':['int[]']},
             {'name':'score','dataType':['number']},{'name':'scores','dataType':['number[]']},
             {'name':'seen','dataType':['boolean']},
             {'name':'shown','dataType':['date']},{'name':'key','dataType':['uuid']},
             {'name':'poster','dataType':['blob']},{'name':'place','dataType':['geoCoordinates']},
             {'name':'phone','dataType':['phoneNumber']},{'name':'of','dataType':['Film']},
             {'name':'cast','dataType':['object'],'nestedProperties':[
              {'name':'name','dataType':['text']},
              {'name':'roles','dataType':['object[]'],'nestedProperties':[{'name':'no','dataType':['int']}]}]}]}
            """));

    private static Map<String, Value> read(String json) {
        return ObjectReader.read(FILM, Json.read(json));
    }

    private static Value read(String name, Object raw) {
        return ObjectReader.read(FILM, Map.of(name, raw)).get(name);
    }

    @Test
    void everyTypeIsReadByItsProperty() {
        assertThat(read("""
                {'title':'x','tags':['a',''],'year':5,'years':[],'score':5,'scores':[0.5,2],'seen':false,
                 'shown':'2020-01-31T12:00:00+02:00','key':'6BA7B810-9DAD-11D1-80B4-00C04FD430C8','poster':'aGk=',
                 'place':{'latitude':52.5,'longitude':-13},'cast':{'name':'y','roles':[{'no':1}]}}
                """))
                .isEqualTo(Map.ofEntries(
                        Map.entry("title", new Value.Text("x")),
                        Map.entry("tags", new Value.Many(List.of(new Value.Text("a"), new Value.Text("")))),
                        Map.entry("year", new Value.Int(5)),
                        Map.entry("years", new Value.Many(List.of())),
                        Map.entry("score", new Value.Number(5)),
                        Map.entry("scores", new Value.Many(List.of(new Value.Number(0.5), new Value.Number(2)))),
                        Map.entry("seen", new Value.Bool(false)),
                        Map.entry("shown", new Value.Date(OffsetDateTime.parse("2020-01-31T12:00:00+02:00"))),
                        Map.entry("key", new Value.Uuid(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"))),
                        Map.entry("poster", new Value.Blob("aGk=")),
                        Map.entry("place", new Value.Geo(52.5f, -13)),
                        Map.entry(
                                "cast",
                                new Value.Nested(Map.of(
                                        "name", new Value.Text("y"),
                                        "roles",
                                                new Value.Many(
                                                        List.of(new Value.Nested(Map.of("no", new Value.Int(1))))))))));
    }

    @Test
    void whatClientsReadMayBeWrittenAgain() {
        Map<String, Value> values = read("""
                {'title':'x','tags':['a'],'year':9007199254740993,'scores':[0.5,2,1e300],'seen':true,
                 'shown':'2020-01-31T12:00:00.12+02:00','key':'6ba7b810-9dad-11d1-80b4-00c04fd430c8',
                 'poster':'aGk=','place':{'latitude':52.52,'longitude':-13.4},
                 'phone':{'input':'+31 20 1234567'},'cast':{'name':'y','roles':[{'no':1},{}]}}
                """);
        assertThat(read(Json.write(ObjectJson.properties(values)).replace('"', '\'')))
                .isEqualTo(values);
    }

    @Test
    void theFirstLetterOfANameIsLowered() {
        assertThat(read("{'Title':'x'}")).isEqualTo(Map.of("title", new Value.Text("x")));
        assertThatThrownBy(() -> read("{'Title':'x','title':'y'}"))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("title");
    }

    @Test
    void nullsAndObjectsThatTellNothingAreNotStored() {
        assertThat(read("{'title':null,'cast':{'name':null},'other':null,'another':{},'more':[{}],'of':[]}"))
                .isEqualTo(Map.of("cast", new Value.Nested(Map.of())));
    }

    @Test
    void aNumberWithoutFractionIsAnInt() {
        assertThat(read("year", 3.0)).isEqualTo(new Value.Int(3));
        assertThat(read("year", new BigDecimal("3.00"))).isEqualTo(new Value.Int(3));
        assertThat(read("year", (double) (1L << 60))).isEqualTo(new Value.Int(1L << 60));
        assertThat(read("year", Long.MIN_VALUE)).isEqualTo(new Value.Int(Long.MIN_VALUE));
    }

    @Test
    void numbersPastTheirBitsAreRefused() {
        for (Object tooMuch : List.of(
                1e19, 3.5, new BigInteger("9223372036854775808"), new BigDecimal("0.1"), Double.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> read("year", tooMuch))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("Property year");
        }
        for (Object tooMuch : List.of(new BigDecimal("1e400"), Double.NaN)) {
            assertThatThrownBy(() -> read("score", tooMuch))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("Property score");
        }
    }

    @Test
    void valuesThatADoorTypedAreReadAsJsonWouldBe() {
        assertThat(read("years", new Value.Many(List.of(new Value.Int(1))))).isEqualTo(read("years", List.of(1L)));
        assertThat(read("scores", new Value.Many(List.of(new Value.Int(1))))).isEqualTo(read("scores", List.of(1L)));
        assertThat(read("shown", new Value.Text("2020-01-31T12:00:00Z")))
                .isEqualTo(read("shown", "2020-01-31T12:00:00Z"));
        assertThat(read("cast", new Value.Nested(Map.of("name", new Value.Text("x")))))
                .isEqualTo(read("cast", Map.of("name", "x")));
        Value.Geo geo = new Value.Geo(1, 2);
        assertThat(read("place", geo)).isEqualTo(geo);
        assertThatThrownBy(() -> read("title", geo)).isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void aNationalPhoneNumberNeedsItsCountry() {
        Value.Phone phone = new Value.Phone(
                "020 1234567", Optional.of("nl"), "+31 20 123 4567", 201234567, "020 123 4567", 31, true);
        assertThat(read("{'phone':{'input':'020 1234567','defaultCountry':'nl'}}"))
                .isEqualTo(Map.of("phone", phone));
        assertThat(ObjectReader.read(FILM, Map.of("phone", ObjectJson.value(phone))))
                .as("what clients read is fine to write again")
                .isEqualTo(Map.of("phone", phone));
        assertThatThrownBy(() -> read("{'phone':{'input':'020 1234567'}}"))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("phone");
    }

    @Test
    void aPhoneNumberThatCannotBeCalledIsStoredAsSuch() {
        assertThat(read("{'phone':{'input':'+31 12345'}}").get("phone"))
                .isInstanceOfSatisfying(
                        Value.Phone.class, phone -> assertThat(phone.valid()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'title':5} | title",
                "{'title':['a']} | title",
                "{'tags':'a'} | tags",
                "{'tags':['a',5]} | tags",
                "{'tags':['a',null]} | tags",
                "{'year':'3'} | year",
                "{'year':3.5} | year",
                "{'year':true} | year",
                "{'score':'1'} | score",
                "{'seen':'true'} | seen",
                "{'seen':1} | seen",
                "{'shown':'2020-01-31'} | shown",
                "{'shown':5} | shown",
                "{'key':'1-1-1-1-1'} | key",
                "{'poster':'aGk'} | poster",
                "{'poster':'****'} | poster",
                "{'place':{'latitude':1}} | place.longitude",
                "{'place':{'latitude':91,'longitude':0}} | place.latitude",
                "{'place':[1,2]} | place",
                "{'phone':'020'} | phone",
                "{'phone':{'defaultCountry':'nl'}} | phone.input",
                "{'phone':{'input':'call me','defaultCountry':'nl'}} | phone",
                "{'cast':[{'name':'x'}]} | cast",
                "{'cast':{'name':5}} | cast.name",
                "{'cast':{'Name':'x'}} | nested property Name",
                "{'cast':{'roles':[{'no':'x'}]}} | cast.roles.no",
                "{'other':'x'} | other"
            })
    void aWrongValueIsRefusedByThePropertysName(String json, String named) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'title':98765}", "{'year':'secret'}", "{'shown':'secret'}", "{'place':{'latitude':98765}}"})
    void messagesDoNotShowValues(String json) {
        assertThatThrownBy(() -> read(json)).hasMessageNotContaining("secret").hasMessageNotContaining("98765");
    }

    @Test
    void aBeaconWithoutItsCollectionGetsTheOneThatThePropertyPointsTo() {
        assertThat(read("{'of':[{'beacon':'weaviate://localhost/%s'},{'beacon':'weaviate://localhost/film/%s'}]}"
                        .formatted(ID, ID)))
                .isEqualTo(Map.of(
                        "of",
                        new Value.References(List.of(new Value.Beacon("Film", ID), new Value.Beacon("Film", ID)))));
        assertThat(read("{'of':[]}")).isEmpty();
    }

    @Test
    void whatIsNoReferenceIsNamed() {
        for (String value : List.of(
                "'x'",
                "{'beacon':'weaviate://localhost/Film/%s'}".formatted(ID),
                "[5]",
                "[{'href':'x'}]",
                "[{'beacon':5}]")) {
            assertThatThrownBy(() -> read("{'of':%s}".formatted(value)))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContainingAll("Property of", "beacon");
        }
        assertThatThrownBy(() -> read("{'of':[{'beacon':'weaviate://localhost/Person/%s'}]}".formatted(ID)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessage("Property of points to Film, not to Person.");
    }

    @Test
    void aMergeAddsReferences() {
        UUID other = new UUID(0, 2);
        Map<String, Value> stored = read("{'of':[{'beacon':'weaviate://localhost/%s'}]}".formatted(ID));
        Map<String, Value> merged = ObjectReader.merge(
                FILM, stored, Json.read("{'of':[{'beacon':'weaviate://localhost/%s'}]}".formatted(other)));

        assertThat(merged)
                .isEqualTo(Map.of(
                        "of",
                        new Value.References(List.of(new Value.Beacon("Film", ID), new Value.Beacon("Film", other)))));
    }

    @Test
    void aMergeReplacesWholeValuesAndNullRemoves() {
        Map<String, Value> stored = read("{'title':'x','year':5,'seen':true,'cast':{'name':'y'}}");
        Map<String, Object> changes = new HashMap<>(Json.read("{'Year':6,'cast':{'roles':[]}}"));
        changes.put("Seen", null);
        assertThat(ObjectReader.merge(FILM, stored, changes))
                .isEqualTo(read("{'title':'x','year':6,'cast':{'roles':[]}}"));
        assertThat(stored).as("the stored one is left alone").containsKey("seen");
    }
}
