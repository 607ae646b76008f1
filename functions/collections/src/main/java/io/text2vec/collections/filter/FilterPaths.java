package io.text2vec.collections.filter;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.List;
import java.util.Optional;

/** Reads paths as the contract writes them. */
public final class FilterPaths {
    private static final String LENGTH = "len(";

    private FilterPaths() {}

    /**
     * Reads a path.
     *
     * @param words a property's name or a special one; before it any number of pairs of a reference property and its
     *     target collection; a reference property alone means its count
     * @throws Invalid if they are no path
     */
    public static FilterPath of(List<String> words) {
        if (words.size() > 2 * FilterPath.MOST_REFERENCES + 1) {
            throw new Invalid(
                    "A filter's path leads through %d references at most.".formatted(FilterPath.MOST_REFERENCES));
        }
        return switch (words.size()) {
            case 1 -> of(words.getFirst());
            case 0, 2 ->
                throw new Invalid(
                        "A filter's path is a property's name, or a reference property, its target collection and"
                                + " a property of that, not " + words + ".");
            default ->
                new FilterPath.Reference(
                        words.getFirst(), Optional.of(words.get(1)), of(words.subList(2, words.size())));
        };
    }

    /** Reads a name: of a property, {@code len(property)}, {@code _id}, {@code _creationTimeUnix} and so on. */
    public static FilterPath of(String name) {
        return switch (name) {
            case "_id", "id" -> new FilterPath.Id();
            case "_creationTimeUnix" -> new FilterPath.Created();
            case "_lastUpdateTimeUnix" -> new FilterPath.Updated();
            default ->
                name.startsWith(LENGTH) && name.endsWith(")")
                        ? new FilterPath.Length(name.substring(LENGTH.length(), name.length() - 1))
                        : new FilterPath.Property(name);
        };
    }
}
