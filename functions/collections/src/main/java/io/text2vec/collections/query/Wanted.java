package io.text2vec.collections.query;

import java.util.Set;

/**
 * What of each hit is asked for, so that nothing else is read.
 *
 * @param properties whether any property is asked for; which, the door picks
 * @param vectors names of the vectors to read; unknown ones are skipped
 * @param allVectors whether to read all of them
 * @param explanation whether to say how a score came about
 */
public record Wanted(boolean properties, Set<String> vectors, boolean allVectors, boolean explanation) {
    /** Ids, times, distances and scores only. */
    public static final Wanted NOTHING = new Wanted(false, Set.of(), false, false);

    public Wanted {
        vectors = Set.copyOf(vectors);
    }
}
