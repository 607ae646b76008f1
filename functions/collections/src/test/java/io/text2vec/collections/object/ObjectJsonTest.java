package io.text2vec.collections.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.Json;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObjectJsonTest {
    private static final UUID ID = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void everyTypeHasItsJson() {
        Map<String, Value> values = Map.ofEntries(
                Map.entry("text", new Value.Text("x")),
                Map.entry("int", new Value.Int(5)),
                Map.entry("number", new Value.Number(0.5)),
                Map.entry("bool", new Value.Bool(true)),
                Map.entry("date", new Value.Date(OffsetDateTime.parse("2020-01-31T12:00:00.120+02:00"))),
                Map.entry("uuid", new Value.Uuid(ID)),
                Map.entry("blob", new Value.Blob("aGk=")),
                Map.entry("geo", new Value.Geo(48.1f, -0.3f)),
                Map.entry("phone", new Value.Phone("1", Optional.empty(), "+31 1", 1, "1", 31, false)),
                Map.entry("nested", new Value.Nested(Map.of("a", new Value.Many(List.of(new Value.Int(1)))))),
                Map.entry("of", new Value.References(List.of(new Value.Beacon("Film", ID)))));
        assertThat(Json.read(Json.write(ObjectJson.properties(values)))).isEqualTo(Json.read("""
                        {'text':'x','int':5,'number':0.5,'bool':true,'date':'2020-01-31T12:00:00.12+02:00',
                         'uuid':'6ba7b810-9dad-11d1-80b4-00c04fd430c8','blob':'aGk=',
                         'geo':{'latitude':48.1,'longitude':-0.3},
                         'phone':{'input':'1','internationalFormatted':'+31 1','national':1,'nationalFormatted':'1',
                          'countryCode':31,'valid':false},
                         'nested':{'a':[1]},
                         'of':[{'beacon':'weaviate://localhost/Film/6ba7b810-9dad-11d1-80b4-00c04fd430c8',
                          'href':'/v1/objects/Film/6ba7b810-9dad-11d1-80b4-00c04fd430c8'}]}
                        """));
    }

    @Test
    void propertiesComeInTheOrderOfTheirNames() {
        assertThat(Json.write(ObjectJson.properties(Map.of("b", new Value.Int(1), "a", new Value.Int(2)))))
                .isEqualTo("{\"a\":2,\"b\":1}");
    }
}
