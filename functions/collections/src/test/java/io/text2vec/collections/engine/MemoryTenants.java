package io.text2vec.collections.engine;

import io.text2vec.collections.tenant.Tenant;
import io.text2vec.collections.tenant.TenantAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Tenants in memory. */
final class MemoryTenants implements TenantStore {
    private final Map<String, NavigableMap<String, Tenant>> byCollection = new ConcurrentHashMap<>();

    private NavigableMap<String, Tenant> of(String collection) {
        return byCollection.computeIfAbsent(collection, name -> new ConcurrentSkipListMap<>());
    }

    @Override
    public List<Tenant> all(String collection) {
        return List.copyOf(of(collection).values());
    }

    @Override
    public Optional<Tenant> find(String collection, String name) {
        return Optional.ofNullable(of(collection).get(name));
    }

    @Override
    public void create(String collection, List<Tenant> tenants) {
        tenants.forEach(tenant -> of(collection).putIfAbsent(tenant.name(), tenant));
    }

    @Override
    public void update(String collection, List<Tenant> tenants) {
        for (Tenant tenant : tenants) {
            if (!of(collection).containsKey(tenant.name())) {
                throw TenantAccess.missing(collection, tenant.name());
            }
        }
        tenants.forEach(tenant -> of(collection).put(tenant.name(), tenant));
    }

    @Override
    public void delete(String collection, Collection<String> names) {
        names.forEach(of(collection)::remove);
    }
}
