package io.text2vec.collections.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Other names of collections. Rules as for {@link Engine}: what a method acknowledged is on disk. What a name points to need
 * not be there.
 */
public interface AliasStore {

    /** What each points to, in the order of their names. */
    Map<String, String> all();

    /** @param alias exactly as stored */
    Optional<String> find(String alias);

    /** Makes an alias, or points it to another collection. Atomic. */
    void put(String alias, String collection);

    /** Removes one; none of that name is fine. Atomic. */
    void delete(String alias);
}
