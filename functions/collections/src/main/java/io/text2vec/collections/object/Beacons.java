package io.text2vec.collections.object;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.Names;
import java.util.Optional;
import java.util.UUID;

/** Beacons as text: {@code weaviate://localhost/Film/<id>}, where clients may leave the collection out. */
public final class Beacons {
    private static final String START = "weaviate://localhost/";
    private static final String EXAMPLE = START + "Film/00000000-0000-0000-0000-000000000001";

    private Beacons() {}

    /**
     * A beacon as it comes.
     *
     * @param collection by its stored name; absent: the only one that its property points to
     */
    public record Given(Optional<String> collection, UUID id) {}

    /**
     * A reference property of an object.
     *
     * @param collection by its stored name
     * @param property as it came
     */
    public record Source(String collection, UUID id, String property) {}

    public static String write(Value.Beacon beacon) {
        return START + beacon.collection() + "/" + beacon.id();
    }

    /** @throws Invalid if it is none */
    public static Given read(String text) {
        String[] parts = parts(text);
        return switch (parts.length) {
            case 1 -> new Given(Optional.empty(), id(parts[0]));
            case 2 -> new Given(Optional.of(Names.collection(parts[0])), id(parts[1]));
            default -> throw unreadable(EXAMPLE);
        };
    }

    /** Reads where a reference starts: {@code weaviate://localhost/Film/<id>/<property>}. */
    public static Source readSource(String text) {
        String[] parts = parts(text);
        if (parts.length != 3 || parts[2].isEmpty()) {
            throw unreadable(EXAMPLE + "/director");
        }
        return new Source(Names.collection(parts[0]), id(parts[1]), parts[2]);
    }

    private static String[] parts(String text) {
        return text.startsWith(START) ? text.substring(START.length()).split("/", -1) : new String[0];
    }

    private static UUID id(String text) {
        return UuidText.read(text).orElseThrow(() -> unreadable(EXAMPLE));
    }

    private static Invalid unreadable(String example) {
        return new Invalid("A beacon must be like " + example + ".");
    }
}
