package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The collections there are, and changes to them. Blocks; {@link CollectionException} only. */
public interface Schema {

    Collection<CollectionDef> all();

    /** @param name a collection's or an alias; first letter in either case */
    Optional<CollectionDef> find(String name);

    /**
     * The same where there has to be one.
     *
     * @throws CollectionException.NotFound if there is none
     */
    CollectionDef get(String name);

    /**
     * Makes a collection.
     *
     * @param classJson as in Weaviate's contract, read as for {@link io.text2vec.collections.write.ObjectInput}
     */
    CollectionDef create(Map<String, Object> classJson);

    /** Changes of a collection what may change; names and types in {@code classJson} must be those that it has. */
    CollectionDef update(String name, Map<String, Object> classJson);

    /** Adds a property. */
    Property addProperty(String collection, Map<String, Object> propertyJson);

    /**
     * The collection that an object is written to. With auto-schema on it is made, and gets the properties that it lacks.
     *
     * @param properties as for {@link io.text2vec.collections.write.ObjectInput}
     * @throws CollectionException.Invalid if there is none and auto-schema is off
     */
    CollectionDef complete(String name, Map<String, Object> properties);

    /** What {@link #complete} would return; nothing changes. */
    CollectionDef completed(String name, Map<String, Object> properties);

    /** Removes a collection and its objects; none of that name is fine, and an alias is none: it points to nothing then. */
    void delete(String name);

    /** The class JSON of a collection, complete. */
    Map<String, Object> json(CollectionDef definition);

    /** The JSON of a property, complete. */
    Map<String, Object> json(Property property);

    List<Engine.Shard> shards(String collection);

    /**
     * Lets writes to a shard fail, or lets them through again. Holds until the process ends.
     *
     * @throws CollectionException.Invalid if there is no such collection or shard
     */
    void setReadOnly(String collection, String shard, boolean readOnly);

    Aliases aliases();
}
