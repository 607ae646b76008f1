package io.text2vec.collections.query;

import io.text2vec.collections.CollectionException.Invalid;

/** How far a search follows references. */
public final class ReferenceLimits {
    /** References one behind the other. */
    private static final int DEEPEST = 5;

    /** References of a request in all; the targets of each are read apart. */
    private static final int MOST = 100;

    /** Targets of a reference, of all hits together. */
    public static final int MOST_TARGETS = 100_000;

    private ReferenceLimits() {}

    /**
     * Called on the way to each reference.
     *
     * @param depth 1 for the references of hits
     */
    public static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw new Invalid("References are followed %d deep at most.".formatted(DEEPEST));
        }
    }

    /** @param references of a request, those behind others counted */
    public static void checkNumber(int references) {
        if (references > MOST) {
            throw new Invalid("A search follows %d references at most, those behind others counted.".formatted(MOST));
        }
    }

    /** @param targets of a reference property, counted up to one past the limit */
    public static void checkTargets(String property, int targets) {
        if (targets > MOST_TARGETS) {
            throw new Invalid("The references %s lead to more than %d objects; ask for fewer hits."
                    .formatted(property, MOST_TARGETS));
        }
    }
}
