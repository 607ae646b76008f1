package io.text2vec.lucene.store;

import io.text2vec.collections.engine.TenantStore;
import io.text2vec.collections.tenant.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The tenants of the collections of a data directory. */
public final class StoredTenants implements TenantStore {
    private final Collections collections;
    private final Gate gate;

    /** @param gate of the engine, which closes before the collections do */
    public StoredTenants(Collections collections, Gate gate) {
        this.collections = collections;
        this.gate = gate;
    }

    @Override
    public List<Tenant> all(String collection) {
        return ask(collection, TenantShards::tenants);
    }

    @Override
    public Optional<Tenant> find(String collection, String name) {
        return ask(collection, tenants -> tenants.tenant(name));
    }

    @Override
    public void create(String collection, List<Tenant> tenants) {
        change(collection, stored -> stored.create(tenants));
    }

    @Override
    public void update(String collection, List<Tenant> tenants) {
        change(collection, stored -> stored.update(tenants));
    }

    @Override
    public void delete(String collection, Collection<String> names) {
        change(collection, stored -> stored.delete(names));
    }

    private void change(String collection, Consumer<TenantShards> change) {
        ask(collection, tenants -> {
            change.accept(tenants);
            return true;
        });
    }

    private <T> T ask(String collection, Function<TenantShards, T> question) {
        return gate.through(() -> collections.get(collection).tenants(question));
    }
}
