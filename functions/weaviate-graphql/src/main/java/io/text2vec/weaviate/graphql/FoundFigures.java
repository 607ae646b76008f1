package io.text2vec.weaviate.graphql;

import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.aggregate.Aggregated.Group;
import io.text2vec.collections.aggregate.Summary;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.ObjectJson;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what an aggregation came to, as maps that the fields of {@link AggregateTypes} are read from. */
record FoundFigures(CollectionDef collection, Optional<String> groupBy) {
    private static final String COUNT = "count";

    List<Map<String, Object>> write(Aggregated found) {
        return found.groups().stream().map(this::group).toList();
    }

    private Map<String, Object> group(Group group) {
        Map<String, Object> all = new HashMap<>();
        group.properties().forEach((name, summary) -> all.put(name, property(name, summary)));
        all.put("meta", Map.of("count", group.objects()));
        group.by()
                .ifPresent(value ->
                        all.put("groupedBy", Map.of("path", List.of(groupBy.orElseThrow()), "value", text(value))));
        return all;
    }

    /** A whole number without a fraction, as JSON has it. */
    private static String text(Value value) {
        if (value instanceof Value.References(List<Value.Beacon> one)) {
            return Beacons.write(one.getFirst());
        }
        Object json = ObjectJson.value(value);
        return json instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1L << 53
                ? Long.toString(number.longValue())
                : json.toString();
    }

    private Map<String, Object> property(String name, Summary summary) {
        Map<String, Object> all = new HashMap<>();
        all.put("type", collection.property(name).orElseThrow().type().word());
        switch (summary) {
            case Summary.Ordered ordered -> {
                all.put(COUNT, ordered.count());
                ordered.figures().forEach((statistic, value) -> all.put(statistic.word(), ObjectJson.value(value)));
            }
            case Summary.Bools bools -> {
                all.put(COUNT, bools.count());
                all.put("totalTrue", bools.trues());
                all.put("totalFalse", bools.falses());
                if (bools.count() > 0) {
                    all.put("percentageTrue", (double) bools.trues() / bools.count());
                    all.put("percentageFalse", (double) bools.falses() / bools.count());
                }
            }
            case Summary.References references -> {
                all.put("type", Summary.References.TYPE);
                all.put("pointingTo", references.pointingTo());
            }
            case Summary.Texts texts -> {
                all.put(COUNT, texts.count());
                all.put(
                        AggregateFetcher.TOP,
                        texts.top().stream()
                                .map(each -> Map.of("value", each.text(), "occurs", each.times()))
                                .toList());
            }
        }
        return all;
    }
}
