package io.text2vec.lucene.document;

import io.text2vec.collections.object.Value;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values as bytes, in the format that {@link ObjectCodec} tells. */
final class ValueCodec {
    private static final int TEXT = 0;
    private static final int INT = 1;
    private static final int NUMBER = 2;
    private static final int FALSE = 3;
    private static final int TRUE = 4;
    private static final int DATE = 5;
    private static final int UUID = 6;
    private static final int BLOB = 7;
    private static final int GEO = 8;
    private static final int PHONE = 9;
    private static final int NESTED = 10;
    private static final int MANY = 11;
    private static final int REFERENCES = 12;

    private ValueCodec() {}

    /** Writes by the order of the names, so that the same properties are the same bytes. */
    static void writeProperties(Map<String, Value> properties, ByteSink to) {
        to.varying(properties.size());
        new TreeMap<>(properties).forEach((name, value) -> {
            to.text(name);
            write(value, to);
        });
    }

    static Map<String, Value> readProperties(ByteSource from) {
        int count = from.count(2);
        Map<String, Value> properties = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            String name = from.text();
            properties.put(name, read(from));
        }
        return properties;
    }

    private static void write(Value value, ByteSink to) {
        switch (value) {
            case Value.Text(String text) -> {
                to.one(TEXT);
                to.text(text);
            }
            case Value.Int(long number) -> {
                to.one(INT);
                to.signed(number);
            }
            case Value.Number(double number) -> {
                to.one(NUMBER);
                to.eight(Double.doubleToRawLongBits(number));
            }
            case Value.Bool(boolean yes) -> to.one(yes ? TRUE : FALSE);
            case Value.Date(OffsetDateTime time) -> {
                to.one(DATE);
                to.signed(time.toEpochSecond());
                to.varying(time.getNano());
                to.signed(time.getOffset().getTotalSeconds());
            }
            case Value.Uuid(java.util.UUID id) -> {
                to.one(UUID);
                to.uuid(id);
            }
            case Value.Blob(String base64) -> {
                to.one(BLOB);
                to.text(base64);
            }
            case Value.Geo(float latitude, float longitude) -> {
                to.one(GEO);
                to.floats(new float[] {latitude, longitude});
            }
            case Value.Phone phone -> {
                to.one(PHONE);
                write(phone, to);
            }
            case Value.Nested(Map<String, Value> properties) -> {
                to.one(NESTED);
                writeProperties(properties, to);
            }
            case Value.Many(List<Value> all) -> {
                to.one(MANY);
                to.varying(all.size());
                all.forEach(element -> write(element, to));
            }
            case Value.References(List<Value.Beacon> all) -> {
                to.one(REFERENCES);
                to.varying(all.size());
                for (Value.Beacon beacon : all) {
                    to.text(beacon.collection());
                    to.uuid(beacon.id());
                }
            }
        }
    }

    private static void write(Value.Phone phone, ByteSink to) {
        to.text(phone.input());
        to.one(phone.defaultCountry().isPresent() ? 1 : 0);
        phone.defaultCountry().ifPresent(to::text);
        to.text(phone.internationalFormatted());
        to.signed(phone.national());
        to.text(phone.nationalFormatted());
        to.signed(phone.countryCode());
        to.one(phone.valid() ? 1 : 0);
    }

    private static Value read(ByteSource from) {
        int kind = from.one();
        return switch (kind) {
            case TEXT -> new Value.Text(from.text());
            case INT -> new Value.Int(from.signed());
            case NUMBER -> new Value.Number(Double.longBitsToDouble(from.eight()));
            case FALSE -> new Value.Bool(false);
            case TRUE -> new Value.Bool(true);
            case DATE -> {
                Instant instant = Instant.ofEpochSecond(from.signed(), from.varying());
                yield new Value.Date(
                        OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(Math.toIntExact(from.signed()))));
            }
            case UUID -> new Value.Uuid(from.uuid());
            case BLOB -> new Value.Blob(from.text());
            case GEO -> {
                float[] place = from.floats(2);
                yield new Value.Geo(place[0], place[1]);
            }
            case PHONE -> readPhone(from);
            case NESTED -> new Value.Nested(readProperties(from));
            case MANY -> {
                int count = from.count(1);
                List<Value> all = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    all.add(read(from));
                }
                yield new Value.Many(all);
            }
            case REFERENCES -> {
                int count = from.count(1);
                List<Value.Beacon> all = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    String collection = from.text();
                    all.add(new Value.Beacon(collection, from.uuid()));
                }
                yield new Value.References(all);
            }
            default -> throw new IllegalArgumentException("a value is of the unknown kind " + kind);
        };
    }

    private static Value readPhone(ByteSource from) {
        String input = from.text();
        Optional<String> country = from.one() == 1 ? Optional.of(from.text()) : Optional.empty();
        return new Value.Phone(
                input,
                country,
                from.text(),
                from.signed(),
                from.text(),
                Math.toIntExact(from.signed()),
                from.one() == 1);
    }
}
