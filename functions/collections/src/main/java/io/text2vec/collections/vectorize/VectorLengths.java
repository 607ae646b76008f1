package io.text2vec.collections.vectorize;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.schema.CollectionDef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The lengths of the vectors of a collection, or of its tenant: for each, that of the first one stored. Writes that come first together are
 * held to one length before either is stored.
 */
public final class VectorLengths {
    /** Numbers of a vector, at most. */
    public static final int LONGEST = 4096;

    private final Engine engine;
    private final Map<Vector, Claim> claims = new HashMap<>();

    public VectorLengths(Engine engine) {
        this.engine = engine;
    }

    private record Vector(String collection, Optional<String> tenant, String name) {}

    /** A length that writes under way mean to store. */
    private record Claim(int length, int writes) {}

    /** Vectors about to be stored; {@link #close()} when they are, or when they aren't. */
    public final class Claimed implements AutoCloseable {
        private final CollectionDef collection;
        private final Optional<String> tenant;
        private final Map<String, float[]> vectors;

        private Claimed(CollectionDef collection, Optional<String> tenant, Map<String, float[]> vectors) {
            this.collection = collection;
            this.tenant = tenant;
            this.vectors = vectors;
        }

        @Override
        public void close() {
            release(collection, tenant, vectors.keySet());
        }
    }

    /**
     * Checks vectors that are about to be stored, and keeps others from storing first ones of another length meanwhile.
     *
     * @throws CollectionException.Invalid if one has another length than those stored
     */
    public Claimed claim(CollectionDef collection, Optional<String> tenant, Map<String, float[]> vectors) {
        if (tenant.isPresent()) { // may have to be opened, which nobody else should wait for
            vectors.keySet().forEach(name -> engine.vectorLength(collection.name(), tenant, name));
        }
        return claimAlone(collection, tenant, vectors);
    }

    private synchronized Claimed claimAlone(
            CollectionDef collection, Optional<String> tenant, Map<String, float[]> vectors) {
        vectors.forEach((name, vector) -> {
            Claim claim = claims.get(new Vector(collection.name(), tenant, name));
            OptionalInt length = claim == null
                    ? engine.vectorLength(collection.name(), tenant, name)
                    : OptionalInt.of(claim.length());
            check(collection, name, vector, length);
        });
        vectors.forEach((name, vector) -> claims.merge(
                new Vector(collection.name(), tenant, name),
                new Claim(vector.length, 1),
                (claim, more) -> new Claim(claim.length(), claim.writes() + 1)));
        return new Claimed(collection, tenant, vectors);
    }

    /**
     * Checks a vector to search with.
     *
     * @throws CollectionException.Invalid if it has another length than those stored
     */
    public void check(CollectionDef collection, Optional<String> tenant, String name, float[] vector) {
        check(collection, name, vector, engine.vectorLength(collection.name(), tenant, name));
    }

    private synchronized void release(CollectionDef collection, Optional<String> tenant, Iterable<String> names) {
        for (String name : names) {
            claims.computeIfPresent(
                    new Vector(collection.name(), tenant, name),
                    (vector, claim) -> claim.writes() == 1 ? null : new Claim(claim.length(), claim.writes() - 1));
        }
    }

    private static void check(CollectionDef collection, String name, float[] vector, OptionalInt length) {
        if (vector.length == 0 || vector.length > LONGEST) {
            throw new CollectionException.Invalid("%s must have 1 to %d numbers; this one has %d."
                    .formatted(VectorNames.of(collection, name), LONGEST, vector.length));
        }
        if (length.isPresent() && length.getAsInt() != vector.length) {
            throw new CollectionException.Invalid(
                    "%s has %d numbers in every object, as in the first one; this one has %d."
                            .formatted(VectorNames.of(collection, name), length.getAsInt(), vector.length));
        }
        for (float number : vector) {
            if (!Float.isFinite(number)) {
                throw new CollectionException.Invalid(
                        VectorNames.of(collection, name) + " must have finite numbers only.");
            }
        }
    }
}
