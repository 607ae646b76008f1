package io.text2vec.collections.write;

import java.util.List;
import java.util.Optional;

/**
 * Objects that come one after the other, and who is told what becomes of them. Asked and told by the thread of its import
 * alone; nothing blocks.
 */
public interface Arrivals {

    /** The next object; nothing if none is there now. */
    Optional<ObjectInput> next();

    /** Told what became of some, soon after it is known; in the end of each once. */
    void told(List<Told> some);

    /** Whether the objects are still wanted: an import that waits for room gives up where they are not. */
    boolean wanted();

    /**
     * What became of an object.
     *
     * @param index its place among those that {@link #next} gave, from 0
     */
    record Told(int index, Writes.Outcome outcome) {}
}
