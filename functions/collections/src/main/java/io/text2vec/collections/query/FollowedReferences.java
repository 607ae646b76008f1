package io.text2vec.collections.query;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What objects point to, and how far a search follows it. */
public final class FollowedReferences {
    /** References one behind the other. */
    private static final int DEEPEST = 5;

    /** References of a request in all; the targets of each are read apart. */
    private static final int MOST = 100;

    /** Targets of a reference, of all hits together. */
    private static final int MOST_TARGETS = 100_000;

    private FollowedReferences() {}

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

    /**
     * The ids that objects point to by a property, each once.
     *
     * @param collection the one they are of; what points to others is left out
     */
    public static List<UUID> targets(Collection<StoredObject> objects, String property, String collection) {
        List<UUID> ids = objects.stream()
                .flatMap(object -> beacons(object, property))
                .filter(beacon -> beacon.collection().equals(collection))
                .map(Value.Beacon::id)
                .distinct()
                .limit(MOST_TARGETS + 1)
                .toList();
        if (ids.size() > MOST_TARGETS) {
            throw new Invalid("The references %s lead to more than %d objects; ask for fewer hits."
                    .formatted(property, MOST_TARGETS));
        }
        return ids;
    }

    /** What an object points to by a property; nothing if it hasn't the property. */
    public static Stream<Value.Beacon> beacons(StoredObject object, String property) {
        return object.properties().get(property) instanceof Value.References references
                ? references.all().stream()
                : Stream.empty();
    }
}
