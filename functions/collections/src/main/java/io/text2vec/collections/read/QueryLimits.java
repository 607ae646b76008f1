package io.text2vec.collections.read;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.filter.FilterLimits;
import java.util.OptionalInt;

/**
 * How much a query may ask for.
 *
 * @param byDefault {@code QUERY_DEFAULTS_LIMIT}: hits where a request doesn't say
 * @param most {@code QUERY_MAXIMUM_RESULTS}: offset and limit together
 * @param filters how large a filter may be
 */
public record QueryLimits(int byDefault, int most, FilterLimits filters) {
    private static final int GROUPS = 100;

    public static final QueryLimits DEFAULTS = new QueryLimits(10, 10_000, FilterLimits.DEFAULT);

    /** @throws IllegalArgumentException if no query could be answered */
    public QueryLimits {
        if (byDefault < 1 || most < byDefault) {
            throw new IllegalArgumentException("QUERY_DEFAULTS_LIMIT must be at least 1 and at most"
                    + " QUERY_MAXIMUM_RESULTS; they are " + byDefault + " and " + most);
        }
    }

    /**
     * The limit of a request.
     *
     * @param asked absent or 0 means the default
     * @throws CollectionException.Invalid if it is out of range
     */
    int limit(OptionalInt asked, int offset) {
        int limit = asked.orElse(0) == 0 ? byDefault : asked.getAsInt();
        if (limit < 0 || offset < 0) {
            throw new CollectionException.Invalid("limit and offset can't be negative.");
        }
        if ((long) limit + offset > most) {
            throw new CollectionException.Invalid(
                    "offset and limit are %d together; the most is %d, which QUERY_MAXIMUM_RESULTS sets."
                            .formatted((long) limit + offset, most));
        }
        return limit;
    }

    /**
     * How many groups an aggregation makes.
     *
     * @param asked absent means 100, or fewer where fewer hits may be asked for
     * @throws CollectionException.Invalid if it is out of range
     */
    int groups(OptionalInt asked) {
        return asked.isPresent() ? inRange("limit", asked.getAsInt()) : Math.min(GROUPS, most);
    }

    /**
     * A number of things that may be as many as hits.
     *
     * @throws CollectionException.Invalid if it is out of range
     */
    int inRange(String name, int asked) {
        if (asked > most) {
            throw new CollectionException.Invalid(
                    "%s is %d; the most is %d, which QUERY_MAXIMUM_RESULTS sets.".formatted(name, asked, most));
        }
        return asked;
    }
}
