package io.text2vec.lucene.store;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of objects since the index's reader was opened.
 *
 * <p>An entry is put after the object was indexed. A reader that is opened after {@link #turn} therefore has everything that
 * was entered before it, and {@link #forget} may drop that.
 */
final class RecentWrites {
    private volatile Turns turns = new Turns(new ConcurrentHashMap<>(), Map.of());

    /** Null if nothing is known of it here. Ask this before the reader: what is forgotten meanwhile the reader has. */
    Place find(UUID id) {
        Turns now = turns;
        Place place = now.current().get(id);
        return place == null ? now.former().get(id) : place;
    }

    void put(UUID id, Place place) {
        turns.current().put(id, place);
    }

    /** Before a reader is opened. */
    void turn() {
        turns = new Turns(new ConcurrentHashMap<>(), turns.current());
    }

    /** After a reader was opened and is in use. */
    void forget() {
        turns = new Turns(turns.current(), Map.of());
    }

    private record Turns(Map<UUID, Place> current, Map<UUID, Place> former) {}

    /**
     * Where the log has an object.
     *
     * @param length {@link #GONE} if it was deleted
     */
    record Place(long position, int length) {
        private static final int GONE = -1;
        static final Place NOWHERE = new Place(0, GONE);

        boolean exists() {
            return length != GONE;
        }
    }
}
