package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Beacons;
import java.util.List;
import java.util.Optional;

/**
 * Changes the references of objects, whose vectors stay as they are. Calls for one object take turns, so that none undoes
 * another. Its methods block and throw {@link CollectionException} only: {@link CollectionException.Invalid} where there is no
 * such property, or it doesn't point there; {@link CollectionException.NotFound} where there is no such object.
 */
public interface ReferenceWrites {

    /** Adds a reference behind those that there are; its target has to be there. */
    void add(ReferenceInput reference);

    /** Puts references in place of those that there are; their targets have to be there. */
    void replace(Beacons.Source from, Optional<String> tenant, List<Beacons.Given> to);

    /** Removes a reference, as often as it is there; it is fine if it is not. */
    void remove(ReferenceInput reference);

    /**
     * Adds references to any objects. Their targets need not be there.
     *
     * @return for each why it failed, or nothing
     */
    List<Optional<CollectionException>> addAll(List<ReferenceInput> references);
}
