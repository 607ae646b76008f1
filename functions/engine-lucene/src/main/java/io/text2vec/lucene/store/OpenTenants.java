package io.text2vec.lucene.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shards of tenants that are open, over all collections: only so many at once, so that thousands of tenants take
 * neither thousands of open files nor the memory of thousands of indexes. The one that nobody has used for longest is closed
 * for the next one. More are open only while as many calls are under way.
 */
final class OpenTenants {
    private final int most;
    private final Map<TenantShard, Boolean> byUse = new LinkedHashMap<>(16, 0.75f, true);

    OpenTenants(int most) {
        this.most = most;
    }

    /** Before a shard is opened or used, by who keeps it from being closed. */
    void use(TenantShard shard) {
        for (TenantShard unused : using(shard)) {
            if (unused.closeUnlessUsed() && !tooMany()) {
                return;
            }
        }
    }

    private synchronized List<TenantShard> using(TenantShard shard) {
        byUse.put(shard, true);
        if (byUse.size() <= most) {
            return List.of();
        }
        List<TenantShard> unused = new ArrayList<>(byUse.keySet());
        unused.removeLast();
        return unused;
    }

    private synchronized boolean tooMany() {
        return byUse.size() > most;
    }

    /** When a shard is closed, by who keeps it from being opened. */
    synchronized void closed(TenantShard shard) {
        byUse.remove(shard);
    }

    synchronized int count() {
        return byUse.size();
    }
}
