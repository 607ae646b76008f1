package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException;
import java.util.Map;
import java.util.Optional;

/**
 * Other names of collections, each of which works wherever a collection's own does. Blocks; {@link CollectionException}
 * only. A name's first letter may be of either case.
 */
public interface Aliases {

    /** The collection that each points to, in the order of their names; one that was deleted since may be among them. */
    Map<String, String> all();

    Optional<String> find(String alias);

    /**
     * Makes an alias.
     *
     * @return as it is stored
     * @throws CollectionException.Invalid if the name is taken or not allowed, or there is no such collection
     */
    Alias create(String alias, String collection);

    /**
     * Lets an alias point to another collection. Searches and writes that come afterwards all go there.
     *
     * @throws CollectionException.NotFound if there is no such alias
     * @throws CollectionException.Invalid if there is no such collection
     */
    Alias update(String alias, String collection);

    /** @throws CollectionException.NotFound if there is none */
    void delete(String alias);

    record Alias(String name, String collection) {}
}
