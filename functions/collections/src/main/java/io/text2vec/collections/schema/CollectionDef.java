package io.text2vec.collections.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A collection, complete: every default is filled in.
 *
 * @param name first letter upper case
 * @param properties in the order of their creation; no two names are alike when case is ignored
 * @param namedVectors whether its vectors have names ({@code vectorConfig}); else it has the one legacy vector
 * @param vectors by name, never empty; a legacy collection has exactly one, under {@link VectorDef#LEGACY}
 * @param replication {@code replicationConfig} as clients read it back
 * @param sharding {@code shardingConfig} as clients read it back
 * @param moduleConfig of modules that are no vectorizer of {@code vectors}, as it came
 */
public record CollectionDef(
        String name,
        Optional<String> description,
        List<Property> properties,
        boolean namedVectors,
        Map<String, VectorDef> vectors,
        InvertedIndex invertedIndex,
        MultiTenancy multiTenancy,
        Map<String, Object> replication,
        Map<String, Object> sharding,
        Map<String, Object> moduleConfig) {

    public CollectionDef {
        properties = List.copyOf(properties);
        vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
    }

    /** The property of a name, whose first letter may be of either case. */
    public Optional<Property> property(String propertyName) {
        String stored = Names.property(propertyName);
        for (Property property : properties) { // for every value that is written: no stream
            if (property.name().equals(stored)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    CollectionDef withProperties(List<Property> others) {
        return new CollectionDef(
                name,
                description,
                others,
                namedVectors,
                vectors,
                invertedIndex,
                multiTenancy,
                replication,
                sharding,
                moduleConfig);
    }
}
