package io.text2vec.weaviate.graphql;

import io.text2vec.collections.object.ObjectJson;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Certainty;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchResult.Group;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a search found, as maps that the fields of {@link GetTypes} are read from. */
final class FoundObjects {
    private static final String ADDITIONAL = "_additional";

    private final Search search;
    private final String type;
    private final ReferencedObjects references;
    private final boolean certain;

    /** @param references of all that will be written */
    FoundObjects(CollectionDef collection, Search search, ReferencedObjects references) {
        this.search = search;
        this.references = references;
        type = Names.type(collection.name());
        certain = Certainty.isOf(search, collection);
    }

    Map<String, Object> hit(Hit hit) {
        Map<String, Object> object =
                new HashMap<>(ObjectJson.properties(hit.object().properties()));
        references.write(hit.object(), object);
        object.put(ADDITIONAL, additional(hit));
        object.put(MapFields.TYPE, type);
        return object;
    }

    private Map<String, Object> additional(Hit hit) {
        StoredObject object = hit.object();
        Map<String, Object> all = new HashMap<>();
        all.put("id", object.id().toString());
        all.put("creationTimeUnix", Long.toString(object.created()));
        all.put("lastUpdateTimeUnix", Long.toString(object.updated()));
        all.put("vector", vector(object));
        all.put("vectors", object.vectors());
        if (search instanceof Search.Near && hit.distance().isPresent()) {
            double distance = hit.distance().getAsDouble();
            all.put("distance", distance);
            all.put("certainty", certain ? 1 - distance / 2 : null);
        }
        all.put("score", text((float) hit.score().orElse(0)));
        all.put("explainScore", hit.explanation().orElse(""));
        all.put("isConsistent", true); // there is one copy
        return all;
    }

    /** Without a fraction that is zero, as JSON writes numbers. */
    private static String text(float score) {
        return score == Math.rint(score) ? Integer.toString((int) score) : Float.toString(score);
    }

    private static float[] vector(StoredObject object) {
        return object.vectors().getOrDefault(VectorDef.LEGACY, new float[0]);
    }

    /** Each group as its first object, which tells of the group. */
    List<Map<String, Object>> groups(List<Group> groups, String property) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Group group : groups) {
            Map<String, Object> first = hit(group.hits().getFirst());
            Map<String, Object> additional = new HashMap<>();
            additional.putAll(additional(group.hits().getFirst()));
            additional.put("group", group(group, property, all.size()));
            first.put(ADDITIONAL, additional);
            all.add(first);
        }
        return all;
    }

    private Map<String, Object> group(Group group, String property, int number) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", number);
        all.put("groupedBy", Map.of("path", List.of(property), "value", group.name()));
        all.put("count", group.hits().size());
        all.put("minDistance", group.minDistance().orElse(0));
        all.put("maxDistance", group.maxDistance().orElse(0));
        all.put("hits", group.hits().stream().map(this::hit).toList());
        return all;
    }
}
