package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names are allowed. Each method gives the name as it is stored. */
final class NameRules {
    private static final Pattern COLLECTION = Pattern.compile("[A-Z][_0-9A-Za-z]{0,254}");
    private static final Pattern PROPERTY = Pattern.compile("[_A-Za-z][_0-9A-Za-z]{0,230}");
    private static final Pattern VECTOR = Pattern.compile("[_A-Za-z][_0-9A-Za-z]{0,229}");
    private static final Set<String> RESERVED = Set.of("id", "_id", "_additional");

    private NameRules() {}

    static String collection(String name) {
        return check(
                Names.collection(name),
                COLLECTION,
                "A collection's name",
                "a letter, then at most 254 letters, digits or _");
    }

    static String alias(String name) {
        return check(Names.collection(name), COLLECTION, "An alias", "a letter, then at most 254 letters, digits or _");
    }

    static String property(String name) {
        String stored = nested(Names.property(name));
        if (RESERVED.contains(stored)) {
            throw new Invalid("A property can't be called \"%s\": the name is reserved.".formatted(stored));
        }
        return stored;
    }

    /** A property of an object property: its name is stored as it came. */
    static String nested(String name) {
        return check(name, PROPERTY, "A property's name", "a letter or _, then at most 230 letters, digits or _");
    }

    static String vector(String name) {
        return check(name, VECTOR, "A vector's name", "a letter or _, then at most 229 letters, digits or _");
    }

    private static String check(String name, Pattern allowed, String what, String rule) {
        if (!allowed.matcher(name).matches()) {
            throw new Invalid("%s must be %s; \"%s\" is not.".formatted(what, rule, Names.shortened(name)));
        }
        return name;
    }
}
