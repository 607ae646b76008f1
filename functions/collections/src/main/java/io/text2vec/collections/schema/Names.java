package io.text2vec.collections.schema;

import java.util.Locale;

/** Writes names as the contract stores them; whether they are allowed is checked where a class is made. */
public final class Names {
    private static final int LONGEST_IN_MESSAGES = 60;

    private Names() {}

    /** A collection's name: first letter upper case. */
    public static String collection(String name) {
        return name.isEmpty() || Character.isUpperCase(name.charAt(0))
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A property's name: first letter lower case. */
    public static String property(String name) {
        return name.isEmpty() || Character.isLowerCase(name.charAt(0))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** A name that anybody may have sent, for a message. */
    public static String shortened(String name) {
        return name.length() > LONGEST_IN_MESSAGES ? name.substring(0, LONGEST_IN_MESSAGES) + "…" : name;
    }
}
