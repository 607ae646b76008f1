package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.object.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes objects: reads them by the schema (making it, where auto-schema is on), has their vectors made, and stores
 * them. Its methods block and throw {@link CollectionException} only.
 */
public interface Writes {

    /**
     * Stores a new object.
     *
     * @return what was stored
     * @throws CollectionException.Invalid if there is one of its id
     */
    StoredObject insert(ObjectInput object);

    /**
     * Stores an object in place of the one with its id, whose time of creation it keeps.
     *
     * @throws CollectionException.NotFound if there is none
     */
    StoredObject replace(ObjectInput object);

    /**
     * Changes some properties of an object, null removing one.
     *
     * @throws CollectionException.NotFound if there is none
     */
    void merge(ObjectInput object);

    /** Removes an object; none of that id is fine. */
    void delete(String collection, Optional<String> tenant, UUID id);

    /**
     * Stores objects of any collections, each in place of the one with its id.
     *
     * @return for each, in order, its id or why it failed; a failure touches no other
     */
    List<Outcome> importAll(List<ObjectInput> objects);

    /**
     * The same for objects that come one after the other: while some are written the next are embedded. Returns when none
     * is there and all that came are told. Where there is no room for a text, this waits.
     */
    void importAll(Arrivals arrivals);

    /** Deletes what fits a filter, at most the maximum of a query. */
    Engine.Deleted deleteAll(String collection, Optional<String> tenant, Filter filter, boolean dryRun);

    /** Checks an object as an insert would, and stores nothing. */
    void validate(ObjectInput object);

    /** Changes to single references. */
    ReferenceWrites references();

    /** What became of an object of an import. */
    sealed interface Outcome {
        record Stored(StoredObject object) implements Outcome {}

        record Failed(CollectionException why) implements Outcome {}
    }
}
