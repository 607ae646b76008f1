package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Map;
import java.util.Optional;

/** {@code replicationConfig}: there is one copy of everything. */
final class Replication {
    private static final Map<String, Object> DEFAULT =
            Map.of("factor", 1L, "asyncEnabled", false, "deletionStrategy", "TimeBasedResolution");
    private static final String[] STRATEGIES = {"NoAutomatedResolution", "DeleteOnConflict", "TimeBasedResolution"};

    private Replication() {}

    static Map<String, Object> read(Fields given, Optional<Map<String, Object>> base) {
        Map<String, Object> all = Template.fill(base.orElse(DEFAULT), given);
        Fields filled = new Fields(given.where(), all);
        long factor = filled.whole("factor").orElse(1L);
        if (factor == 0) {
            return JsonTree.over(all, Map.of("factor", 1L));
        }
        if (factor != 1) {
            throw new Invalid(given.path("factor") + " must be 1: there is one node.");
        }
        Words.read(
                STRATEGIES, word -> word, filled.text("deletionStrategy").orElse(""), given.path("deletionStrategy"));
        return all;
    }
}
