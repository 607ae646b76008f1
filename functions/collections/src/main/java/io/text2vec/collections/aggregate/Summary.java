package io.text2vec.collections.aggregate;

import io.text2vec.collections.object.Value;
import java.util.List;
import java.util.Map;

/** What the values of a property come to. A list counts with each of its values, a missing value doesn't. */
public sealed interface Summary {

    /**
     * Of int, number and date.
     *
     * @param figures those that were asked for, none where there are no values; of the property's type, but mean and median
     *     of int, which are numbers
     */
    record Ordered(long count, Map<Statistic, Value> figures) implements Summary {
        public Ordered {
            figures = Map.copyOf(figures);
        }
    }

    /** Of boolean. */
    record Bools(long trues, long falses) implements Summary {
        /** How many values there are. */
        public long count() {
            return trues + falses;
        }
    }

    /**
     * Of text.
     *
     * @param top whole texts, the most frequent first, equally frequent ones in their order
     */
    record Texts(long count, List<Occurrence> top) implements Summary {
        public Texts {
            top = List.copyOf(top);
        }
    }

    /**
     * Of references.
     *
     * @param pointingTo of a group, beacons of what its objects point to, the most frequent first; else the collections that
     *     the property may point to
     */
    record References(List<String> pointingTo) implements Summary {
        /** What clients know the type of the property as, which is told of it. */
        public static final String TYPE = "cref";

        public References {
            pointingTo = List.copyOf(pointingTo);
        }
    }

    /** How often a text occurs. */
    record Occurrence(String text, long times) {}
}
