package io.text2vec.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObjectCodecTest {
    private static final UUID ID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

    private static final Map<String, Value> ALL_KINDS = Map.ofEntries(
            Map.entry("text", new Value.Text("Ein schöner Film 🎬")),
            Map.entry("empty", new Value.Text("")),
            Map.entry("int", new Value.Int(-42)),
            Map.entry("smallest", new Value.Int(Long.MIN_VALUE)),
            Map.entry("largest", new Value.Int(Long.MAX_VALUE)),
            Map.entry("number", new Value.Number(-0.1)),
            Map.entry("yes", new Value.Bool(true)),
            Map.entry("no", new Value.Bool(false)),
            Map.entry("date", new Value.Date(OffsetDateTime.parse("2001-02-03T04:05:06.000000007+02:30"))),
            Map.entry("before1970", new Value.Date(OffsetDateTime.parse("0001-01-01T00:00:00-11:00"))),
            Map.entry("uuid", new Value.Uuid(ID)),
            Map.entry("blob", new Value.Blob("aGVsbG8=")),
            Map.entry("geo", new Value.Geo(52.5f, -13.25f)),
            Map.entry("phone", new Value.Phone("0171 1", Optional.of("de"), "+49 1711", 1711, "0171 1", 49, true)),
            Map.entry("abroad", new Value.Phone("+33 1", Optional.empty(), "", 0, "", 0, false)),
            Map.entry("nested", new Value.Nested(Map.of("in", new Value.Nested(Map.of("er", new Value.Int(1)))))),
            Map.entry("list", new Value.Many(List.of(new Value.Text("a"), new Value.Text("b")))),
            Map.entry("nothing", new Value.Many(List.of())),
            Map.entry("refs", new Value.References(List.of(new Value.Beacon("Film", ID)))));

    @Test
    void anObjectComesBackAsItWas() {
        StoredObject object = new StoredObject(
                ID, 1, 1L << 62, ALL_KINDS, Map.of("", new float[] {1, -0f, Float.MIN_VALUE}, "title", new float[0]));

        StoredObject back = decode(ObjectCodec.encode(object));

        assertThat(back).usingRecursiveComparison().isEqualTo(object);
    }

    @Test
    void anObjectIsFoundInTheMidstOfOtherBytes() {
        StoredObject object = new StoredObject(ID, 1, 2, ALL_KINDS, Map.of("v", new float[] {3}));
        byte[] encoded = ObjectCodec.encode(object);
        byte[] framed = new byte[encoded.length + 9];
        System.arraycopy(encoded, 0, framed, 5, encoded.length);

        StoredObject back = ObjectCodec.decode(framed, 5, encoded.length);

        assertThat(back).usingRecursiveComparison().isEqualTo(object);
    }

    @Test
    void propertiesComeBackAlone() {
        byte[] bytes = ObjectCodec.encodeProperties(ALL_KINDS);

        assertThat(ObjectCodec.decodeProperties(bytes, 0, bytes.length)).isEqualTo(ALL_KINDS);
    }

    @Test
    void theFormatOfVersionOneStays() {
        byte[] bytes = ObjectCodec.encodeProperties(Map.of("b", new Value.Bool(true), "a", new Value.Int(-65)));

        assertThat(bytes).containsExactly(1, 2, 1, 'a', 1, (byte) 0x81, 1, 1, 'b', 4);
    }

    @Test
    void aTextTakesLittleMoreThanItsCharacters() {
        byte[] bytes = ObjectCodec.encodeProperties(Map.of("title", new Value.Text("x".repeat(100))));

        assertThat(bytes).hasSize(1 + 1 + 6 + 2 + 100);
    }

    @Test
    void wherePartIsMissingItSaysSo() {
        byte[] whole = ObjectCodec.encode(new StoredObject(ID, 1, 2, ALL_KINDS, Map.of("", new float[] {1, 2})));

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decode(part))
                    .isInstanceOf(CollectionException.EngineFailed.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void aNewerVersionIsNamed() {
        byte[] bytes = ObjectCodec.encodeProperties(Map.of());
        bytes[0] = 9;

        assertThatThrownBy(() -> ObjectCodec.decodeProperties(bytes, 0, bytes.length))
                .isInstanceOf(CollectionException.EngineFailed.class)
                .hasMessageContaining("version 9");
    }

    private static StoredObject decode(byte[] bytes) {
        return ObjectCodec.decode(bytes, 0, bytes.length);
    }
}
