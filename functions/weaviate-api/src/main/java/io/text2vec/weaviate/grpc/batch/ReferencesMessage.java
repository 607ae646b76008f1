package io.text2vec.weaviate.grpc.batch;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the references of an object as JSON has them, {@code [{"beacon":"..."}]}. */
final class ReferencesMessage {
    private static final String BEACON = "weaviate://localhost/";

    private ReferencesMessage() {}

    /** @return by property; a property that points to several collections comes once for each */
    static Map<String, List<Map<String, String>>> read(BatchObject.Properties message) {
        Map<String, List<Map<String, String>>> references = new LinkedHashMap<>();
        message.getSingleTargetRefPropsList()
                .forEach(each -> add(each.getPropName(), BEACON, each.getUuidsList(), references));
        message.getMultiTargetRefPropsList()
                .forEach(each -> add(
                        each.getPropName(),
                        BEACON + each.getTargetCollection() + "/",
                        each.getUuidsList(),
                        references));
        return references;
    }

    private static void add(
            String property, String start, List<String> ids, Map<String, List<Map<String, String>>> references) {
        List<Map<String, String>> all = references.computeIfAbsent(property, _ -> new ArrayList<>());
        ids.forEach(id -> all.add(Map.of("beacon", start + id)));
    }
}
