package io.text2vec.cluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.object.ObjectReader;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written is read by the contract's own side, which takes the same message from clients. */
class PropertiesMessageTest {
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2020-01-31T12:00:00.5+02:00");
    private static final UUID ID = UUID.fromString("8bfa692c-27b1-4e50-b87b-0692d04673a4");

    @Test
    void everyValueIsReadBackAsItWas() {
        Map<String, Value> values = Map.ofEntries(
                Map.entry("text", new Value.Text("Jaws")),
                Map.entry("int", new Value.Int(-1L << 53)),
                Map.entry("number", new Value.Number(0.1)),
                Map.entry("bool", new Value.Bool(true)),
                Map.entry("date", new Value.Date(TIME)),
                Map.entry("uuid", new Value.Uuid(ID)),
                Map.entry("blob", new Value.Blob("AAAA")),
                Map.entry("geo", new Value.Geo(52.5f, 13.25f)),
                Map.entry("texts", new Value.Many(List.of(new Value.Text("a"), new Value.Text("b")))),
                Map.entry("ints", new Value.Many(List.of(new Value.Int(1L << 53)))),
                Map.entry("numbers", new Value.Many(List.of(new Value.Number(0.5), new Value.Number(-2)))),
                Map.entry("bools", new Value.Many(List.of(new Value.Bool(false)))),
                Map.entry("dates", new Value.Many(List.of(new Value.Date(TIME)))),
                Map.entry("uuids", new Value.Many(List.of(new Value.Uuid(ID)))),
                Map.entry("none", new Value.Many(List.of())),
                Map.entry("object", nested("Berlin")),
                Map.entry("objects", new Value.Many(List.of(nested("Rome"), nested("Oslo")))));
        assertThat(read(values)).isEqualTo(values);
    }

    @Test
    void aPhoneNumberGoesAsItCame() {
        Map<String, Value> phone = ObjectReader.read(
                collection(), Map.of("phone", Map.of("input", "0171 1234567", "defaultCountry", "de")));
        assertThat(read(phone)).isEqualTo(phone);
    }

    @Test
    void anIntegerThatWouldLoseDigitsIsRefused() {
        Value large = new Value.Int((1L << 53) + 1);
        refuses(large);
        refuses(new Value.Many(List.of(large)));
        refuses(new Value.Int(Long.MIN_VALUE));
    }

    private static void refuses(Value value) {
        assertThatThrownBy(() -> PropertiesMessage.write(Map.of("count", value)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Property count");
    }

    @Test
    void referencesAreRefused() {
        Map<String, Value> by = Map.of("by", new Value.References(List.of()));
        assertThatThrownBy(() -> PropertiesMessage.write(by))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("Property by");
    }

    private static Value.Nested nested(String town) {
        return new Value.Nested(Map.of(
                "town", new Value.Text(town), "years", new Value.Many(List.of(new Value.Int(1), new Value.Int(2)))));
    }

    private static Map<String, Value> read(Map<String, Value> values) {
        return ObjectReader.read(
                collection(),
                io.text2vec.weaviate.grpc.batch.PropertiesMessage.readValues(PropertiesMessage.write(values)));
    }

    private static CollectionDef collection() {
        return ClassJson.read(Map.of(
                "class",
                "Thing",
                "properties",
                List.of(
                        property("text", "text"),
                        property("int", "int"),
                        property("number", "number"),
                        property("bool", "boolean"),
                        property("date", "date"),
                        property("uuid", "uuid"),
                        property("blob", "blob"),
                        property("geo", "geoCoordinates"),
                        property("phone", "phoneNumber"),
                        property("texts", "text[]"),
                        property("ints", "int[]"),
                        property("numbers", "number[]"),
                        property("bools", "boolean[]"),
                        property("dates", "date[]"),
                        property("uuids", "uuid[]"),
                        property("none", "text[]"),
                        object("object", "object"),
                        object("objects", "object[]"))));
    }

    private static Map<String, Object> property(String name, String type) {
        return Map.of("name", name, "dataType", List.of(type));
    }

    private static Map<String, Object> object(String name, String type) {
        return Map.of(
                "name",
                name,
                "dataType",
                List.of(type),
                "nestedProperties",
                List.of(property("town", "text"), property("years", "int[]")));
    }
}
