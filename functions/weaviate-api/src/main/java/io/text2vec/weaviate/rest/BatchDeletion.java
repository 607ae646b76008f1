package io.text2vec.weaviate.rest;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Engine.Deleted;
import io.text2vec.collections.filter.WhereJson;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.write.Writes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes what fits a filter, and tells what it was. */
@Singleton
final class BatchDeletion {
    static final String EXAMPLE = "{\"match\":{\"class\":\"Film\",\"where\":{\"path\":[\"title\"],"
            + "\"operator\":\"Equal\",\"valueText\":\"Jaws\"}},\"output\":\"minimal\",\"dryRun\":false}";

    private static final String MINIMAL = "minimal";
    private static final String VERBOSE = "verbose";

    private final Schema schema;
    private final Writes writes;
    private final int most;

    BatchDeletion(
            Schema schema,
            Writes writes,
            @ConfigProperty(name = "QUERY_MAXIMUM_RESULTS", defaultValue = "10000") int most) {
        this.schema = schema;
        this.writes = writes;
        this.most = most;
    }

    Map<String, Object> answer(Map<String, Object> body, Optional<String> tenant) {
        Map<String, Object> match = Call.part(body, "match");
        String name = Call.needed(Call.text(match, "class"), "match.class");
        Map<String, Object> where = Call.part(match, "where");
        String output = Call.text(body, "output").orElse(MINIMAL);
        boolean dryRun = Boolean.TRUE.equals(body.get("dryRun"));
        if (!output.equals(MINIMAL) && !output.equals(VERBOSE)) {
            throw new Invalid("output must be minimal or verbose.");
        }
        if (schema.find(name).isEmpty()) {
            throw new Invalid("There is no collection " + name + ".");
        }
        if (where.isEmpty()) {
            throw new Invalid("match.where is missing: send " + EXAMPLE + ".");
        }
        Deleted deleted = writes.deleteAll(name, tenant, WhereJson.read(where), dryRun);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("match", match);
        json.put("output", output);
        json.put("dryRun", dryRun);
        json.put("results", results(deleted, output.equals(VERBOSE), dryRun));
        return json;
    }

    private Map<String, Object> results(Deleted deleted, boolean verbose, boolean dryRun) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("matches", deleted.matches());
        json.put("limit", (long) most);
        json.put("successful", dryRun ? 0L : deleted.matches());
        json.put("failed", 0L);
        String status = dryRun ? "DRYRUN" : "SUCCESS";
        json.put(
                "objects",
                verbose ? deleted.ids().stream().map(id -> object(id, status)).toList() : null);
        return json;
    }

    private static Map<String, Object> object(UUID id, String status) {
        return new LinkedHashMap<>(Map.of("id", id.toString(), "status", status));
    }
}
