package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.List;

/** Reads {@code dataType}. */
final class TypeReader {
    private static final String LIST = "[]";

    private TypeReader() {}

    /** Whether it is the old name of text. */
    static boolean oldText(Fields property) {
        List<String> words = property.texts("dataType");
        return words.size() == 1 && withoutList(words.getFirst()).equals("string");
    }

    static PropertyType read(Fields property) {
        List<String> words = property.texts("dataType");
        if (words.isEmpty()) {
            throw new Invalid(property.path("dataType") + " must have a type or the collections that are pointed to.");
        }
        if (words.stream().allMatch(TypeReader::isCollection)) {
            return PropertyType.reference(words);
        }
        if (words.size() > 1) {
            throw new Invalid(property.path("dataType") + " must have one type; only collections may be several.");
        }
        return value(words.getFirst(), property);
    }

    private static PropertyType value(String word, Fields property) {
        DataType type = oldText(property)
                ? DataType.TEXT
                : Words.find(DataType.values(), DataType::word, withoutList(word))
                        .filter(known -> known != DataType.REFERENCE)
                        .orElseThrow(() -> unknown(property));
        if (!word.endsWith(LIST)) {
            return PropertyType.one(type);
        }
        return switch (type) {
            case BLOB, GEO_COORDINATES, PHONE_NUMBER, REFERENCE -> throw unknown(property);
            default -> PropertyType.many(type);
        };
    }

    private static Invalid unknown(Fields property) {
        return new Invalid(property.path("dataType")
                + " must be text, int, number, boolean, date, uuid or object, each also as a list with [], or blob,"
                + " geoCoordinates, phoneNumber, or the names of collections.");
    }

    private static boolean isCollection(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    private static String withoutList(String word) {
        return word.endsWith(LIST) ? word.substring(0, word.length() - LIST.length()) : word;
    }
}
