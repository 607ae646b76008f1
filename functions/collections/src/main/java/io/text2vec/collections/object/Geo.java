package io.text2vec.collections.object;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Map;

/** Reads geoCoordinates. */
final class Geo {
    private static final int POLE = 90;
    private static final int DATE_LINE = 180;

    private Geo() {}

    static Value read(Object raw, String where) {
        if (raw instanceof Value.Geo geo) {
            return new Value.Geo(
                    within(geo.latitude(), POLE, where + ".latitude"),
                    within(geo.longitude(), DATE_LINE, where + ".longitude"));
        }
        if (!(raw instanceof Map<?, ?> fields)) {
            throw ValueReader.mistyped(where, "an object with latitude and longitude", raw);
        }
        return new Value.Geo(
                coordinate(fields, "latitude", POLE, where), coordinate(fields, "longitude", DATE_LINE, where));
    }

    private static float coordinate(Map<?, ?> fields, String key, int most, String where) {
        String path = where + "." + key;
        return within(Numbers.number(Raw.unwrap(fields.get(key)), path), most, path);
    }

    private static float within(double degrees, int most, String path) {
        if (!(Math.abs(degrees) <= most)) { // not a number is refused too
            throw new Invalid("Property %s must be from -%d to %d degrees.".formatted(path, most, most));
        }
        return (float) degrees;
    }
}
