package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Map;
import java.util.Optional;

/** {@code shardingConfig}: kept as it was wished for; there is one shard. */
final class Sharding {
    private static final long VIRTUAL_PER_PHYSICAL = 128;
    private static final long MOST = 1_000_000;

    private static final Map<String, Object> HASHED = Map.of(
            "virtualPerPhysical",
            VIRTUAL_PER_PHYSICAL,
            "desiredCount",
            1L,
            "actualCount",
            1L,
            "desiredVirtualCount",
            VIRTUAL_PER_PHYSICAL,
            "actualVirtualCount",
            VIRTUAL_PER_PHYSICAL,
            "key",
            "_id",
            "strategy",
            "hash",
            "function",
            "murmur3");

    /** Tenants are the shards. */
    private static final Map<String, Object> BY_TENANT = Map.of(
            "virtualPerPhysical", 0L,
            "desiredCount", 0L,
            "actualCount", 0L,
            "desiredVirtualCount", 0L,
            "actualVirtualCount", 0L,
            "key", "",
            "strategy", "",
            "function", "");

    private Sharding() {}

    static Map<String, Object> read(Fields given, MultiTenancy multiTenancy, Optional<Map<String, Object>> base) {
        if (multiTenancy.enabled()) {
            return BY_TENANT;
        }
        Map<String, Object> all = Template.fill(base.orElse(HASHED), given);
        for (String fixed : new String[] {"key", "strategy", "function"}) {
            if (!all.get(fixed).equals(HASHED.get(fixed))) {
                throw new Invalid("%s must be %s.".formatted(given.path(fixed), HASHED.get(fixed)));
            }
        }
        Fields filled = new Fields(given.where(), all);
        long perPhysical = atLeastOne(filled, "virtualPerPhysical");
        long desired = atLeastOne(filled, "desiredCount");
        long virtual = given.has("desiredVirtualCount") || base.isPresent()
                ? atLeastOne(filled, "desiredVirtualCount")
                : check(desired * perPhysical, filled.path("desiredVirtualCount"));
        return JsonTree.over(
                all, Map.of("desiredVirtualCount", virtual, "actualVirtualCount", virtual, "actualCount", 1L));
    }

    private static long atLeastOne(Fields filled, String key) {
        return check(filled.whole(key).orElse(0L), filled.path(key));
    }

    private static long check(long count, String what) {
        if (count < 1 || count > MOST) {
            throw new Invalid("%s must be from 1 to %d.".formatted(what, MOST));
        }
        return count;
    }
}
