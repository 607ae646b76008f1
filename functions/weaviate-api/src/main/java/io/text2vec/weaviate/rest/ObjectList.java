package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchRequest;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** {@code GET /v1/objects}: a page of a collection's objects, or of all collections' one after another. */
@Singleton
final class ObjectList {
    private final Schema schema;
    private final Reads reads;

    ObjectList(Schema schema, Reads reads) {
        this.schema = schema;
        this.reads = reads;
    }

    Reply page(Call call) {
        Optional<String> name = call.parameter("class");
        Optional<UUID> after = call.parameter("after").map(Call::uuid);
        if (after.isPresent() && (name.isEmpty() || call.number("limit").isEmpty())) {
            throw new Invalid("The parameter after needs class and limit.");
        }
        List<Object> objects = name.isPresent() ? ofOne(call, name.get(), after) : ofAll(call);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deprecations", List.of());
        json.put("objects", objects);
        json.put("totalResults", (long) objects.size());
        return Reply.ok(json);
    }

    private List<Object> ofOne(Call call, String name, Optional<UUID> after) {
        CollectionDef definition = reads.collection(name);
        return found(
                call, definition, call.number("limit"), call.number("offset").orElse(0), after);
    }

    private List<Object> ofAll(Call call) {
        Collection<CollectionDef> all = schema.all();
        OptionalInt limit = call.number("limit");
        List<Object> objects = new ArrayList<>();
        int skip = call.number("offset").orElse(0);
        for (CollectionDef definition : all) {
            if (definition.multiTenancy().enabled()) {
                continue; // its objects belong to tenants, of which none is named
            }
            long count = reads.count(definition.name(), Optional.empty(), Optional.empty());
            if (skip < count) {
                objects.addAll(found(call, definition, limit, skip, Optional.empty()));
            }
            skip = (int) Math.max(0, skip - count);
            if (limit.isPresent() && objects.size() >= limit.getAsInt()) {
                return objects.subList(0, limit.getAsInt());
            }
        }
        return objects;
    }

    private List<Object> found(
            Call call, CollectionDef definition, OptionalInt limit, int offset, Optional<UUID> after) {
        boolean vectors = call.includesVector();
        SearchRequest request = new SearchRequest(
                definition.name(),
                call.tenant(),
                new Search.Fetch(),
                Optional.empty(),
                limit,
                offset,
                after,
                sort(call),
                OptionalInt.empty(),
                Optional.empty(),
                new Wanted(true, Set.of(), vectors, false));
        return reads.search(request).hits().stream()
                .<Object>map(hit -> ObjectBody.write(definition, call.tenant(), hit.object(), vectors))
                .toList();
    }

    /** {@code sort=title,year&order=asc,desc}; what has no order ascends. */
    private static List<Sort> sort(Call call) {
        List<String> paths = list(call.parameter("sort"));
        List<String> orders = list(call.parameter("order"));
        List<Sort> sorts = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String order = i < orders.size() ? orders.get(i) : "asc";
            if (!order.equals("asc") && !order.equals("desc")) {
                throw new Invalid("The parameter order takes asc and desc, as many as sort has properties.");
            }
            sorts.add(new Sort(paths.get(i), order.equals("asc")));
        }
        return sorts;
    }

    private static List<String> list(Optional<String> words) {
        return words.map(text -> List.of(text.split(","))).orElse(List.of());
    }
}
