package io.text2vec.collections.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes values as the JSON that clients read. */
public final class ObjectJson {
    private ObjectJson() {}

    /** Properties in the order of their names. */
    public static Map<String, Object> properties(Map<String, Value> properties) {
        Map<String, Object> json = new TreeMap<>();
        properties.forEach((name, value) -> json.put(name, value(value)));
        return json;
    }

    /** A value as {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code List} or {@code Map}. */
    public static Object value(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Int whole -> whole.value();
            case Value.Number number -> number.value();
            case Value.Bool bool -> bool.value();
            case Value.Date date -> DateText.write(date.time());
            case Value.Uuid uuid -> uuid.id().toString();
            case Value.Blob blob -> blob.base64();
            case Value.Geo geo -> geo(geo);
            case Value.Phone phone -> phone(phone);
            case Value.Nested nested -> properties(nested.properties());
            case Value.Many many -> many.all().stream().map(ObjectJson::value).toList();
            case Value.References references -> references(references.all());
        };
    }

    private static Map<String, Object> geo(Value.Geo geo) {
        // By their digits: a float widened to a double gets digits that nobody gave.
        return new TreeMap<>(Map.of(
                "latitude", Double.valueOf(Float.toString(geo.latitude())),
                "longitude", Double.valueOf(Float.toString(geo.longitude()))));
    }

    private static Map<String, Object> phone(Value.Phone phone) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", phone.input());
        phone.defaultCountry().ifPresent(country -> json.put("defaultCountry", country));
        json.put("internationalFormatted", phone.internationalFormatted());
        json.put("national", phone.national());
        json.put("nationalFormatted", phone.nationalFormatted());
        json.put("countryCode", (long) phone.countryCode());
        json.put("valid", phone.valid());
        return json;
    }

    private static List<Map<String, Object>> references(List<Value.Beacon> beacons) {
        return beacons.stream()
                .map(beacon -> Map.<String, Object>of(
                        "beacon",
                        Beacons.write(beacon),
                        "href",
                        "/v1/objects/" + beacon.collection() + "/" + beacon.id()))
                .toList();
    }
}
