package io.text2vec.collections.object;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The value of a property, of the type that its schema says. */
public sealed interface Value {

    record Text(String text) implements Value {}

    record Int(long value) implements Value {}

    record Number(double value) implements Value {}

    record Bool(boolean value) implements Value {}

    /** A point in time that remembers the offset it was given in. */
    record Date(OffsetDateTime time) implements Value {}

    record Uuid(UUID id) implements Value {}

    /** Bytes as they came, in Base64. */
    record Blob(String base64) implements Value {}

    record Geo(float latitude, float longitude) implements Value {}

    /**
     * A phone number and what it was read as.
     *
     * @param input as it came
     * @param defaultCountry ISO 3166-1 alpha-2, for an input without country code
     */
    record Phone(
            String input,
            Optional<String> defaultCountry,
            String internationalFormatted,
            long national,
            String nationalFormatted,
            int countryCode,
            boolean valid)
            implements Value {}

    record Nested(Map<String, Value> properties) implements Value {
        public Nested {
            properties = Map.copyOf(properties);
        }
    }

    /** A list of values of one type, the property's own; may be empty. */
    record Many(List<Value> all) implements Value {
        public Many {
            all = List.copyOf(all);
        }
    }

    /** Where a reference property points to, in order. */
    record References(List<Beacon> all) implements Value {
        public References {
            all = List.copyOf(all);
        }

        /** The same and more behind them. */
        public References with(List<Beacon> more) {
            List<Beacon> both = new ArrayList<>(all);
            both.addAll(more);
            return new References(both);
        }

        /** The references among an object's properties. */
        public static Stream<Beacon> in(Map<String, Value> properties) {
            return properties.values().stream()
                    .flatMap(value -> value instanceof References some ? some.all().stream() : Stream.empty());
        }
    }

    /** Names an object of a collection. */
    record Beacon(String collection, UUID id) {}
}
