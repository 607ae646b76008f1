package io.text2vec.lucene.document;

import io.text2vec.collections.object.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.StringHelper;

/**
 * Values as numbers, by which aggregations count and compare them. Those of int, number and date have the values' order; a
 * number's and a date's are those of {@link Fields#value}. A text, a uuid and a reference are a hash of 64 bits, which says no more than
 * whether two are the same: of a million different texts two share one once in 37 million times, and are then counted
 * as one.
 */
public final class Keys {
    private Keys() {}

    /** The key of a single value; nothing for what has none. */
    public static OptionalLong of(Value value) {
        return switch (value) {
            case Value.Int(long number) -> OptionalLong.of(number);
            case Value.Number(double number) ->
                OptionalLong.of(NumericUtils.doubleToSortableLong(Fields.number(number)));
            case Value.Date date -> OptionalLong.of(Fields.micros(date.time()));
            case Value.Bool(boolean yes) -> OptionalLong.of(yes ? 1 : 0);
            case Value.Text(String text) -> OptionalLong.of(hash(text.getBytes(StandardCharsets.UTF_8)));
            case Value.Uuid(UUID id) -> OptionalLong.of(hash(Fields.bytes(id).bytes));
            case Value.References(List<Value.Beacon> one)
            when one.size() == 1 -> OptionalLong.of(hash(Fields.term(one.getFirst()).bytes));
            case Value.Blob _, Value.Geo _, Value.Phone _, Value.Nested _, Value.References _, Value.Many _ ->
                OptionalLong.empty();
        };
    }

    /** A property of an object, each of a list's values by itself; empty if it has none. */
    public static List<Value> single(Map<String, Value> properties, String property) {
        return switch (properties.get(property)) {
            case null -> List.of();
            case Value.Many(List<Value> all) -> all;
            case Value.References(List<Value.Beacon> all) ->
                all.stream()
                        .<Value>map(one -> new Value.References(List.of(one)))
                        .toList();
            case Value value -> List.of(value);
        };
    }

    private static long hash(byte[] bytes) {
        long[] both = StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, 0);
        return both[0];
    }
}
