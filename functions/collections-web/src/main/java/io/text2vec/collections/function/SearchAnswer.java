package io.text2vec.collections.function;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.ObjectJson;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Names;
import io.text2vec.web.JsonTree;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Output of the function {@code search}: {@code {"objects":[{"id":"...","properties":{...},"distance":0.3}]}}, best
 * first, with {@code score} in place of {@code distance} for keywords and hybrid searches.
 */
public record SearchAnswer(Buffer json) {

    /** @throws Invalid if a property is to be shown that there is none of */
    static SearchAnswer of(SearchQuery query, CollectionDef collection, SearchResult found) {
        query.properties().ifPresent(named -> named.forEach(name -> check(name, collection)));
        List<Map<String, Object>> objects =
                found.hits().stream().map(hit -> object(hit, query, collection)).toList();
        return new SearchAnswer(Buffer.buffer(
                JsonTree.write(new StringBuilder(), Map.of("objects", objects)).toString()));
    }

    private static void check(String name, CollectionDef collection) {
        if (collection.property(name).isEmpty()) {
            throw new Invalid("%s has no property named '%s'.".formatted(collection.name(), name));
        }
    }

    private static Map<String, Object> object(Hit hit, SearchQuery query, CollectionDef collection) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", hit.object().id().toString());
        object.put("properties", ObjectJson.properties(shown(hit.object(), query)));
        if (query.vectors()) {
            if (collection.namedVectors()) {
                object.put("vectors", hit.object().vectors());
            } else {
                hit.object().vectors().values().forEach(vector -> object.put("vector", vector));
            }
        }
        hit.distance().ifPresent(distance -> object.put("distance", distance));
        hit.score().ifPresent(score -> object.put("score", score));
        return object;
    }

    private static Map<String, Value> shown(StoredObject object, SearchQuery query) {
        Map<String, Value> shown = new HashMap<>(object.properties());
        query.properties()
                .ifPresentOrElse(
                        named -> shown.keySet()
                                .retainAll(named.stream().map(Names::property).toList()),
                        () -> shown.values()
                                .removeIf(value -> value instanceof Value.Blob || value instanceof Value.References));
        return shown;
    }
}
