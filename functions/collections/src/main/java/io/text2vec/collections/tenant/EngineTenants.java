package io.text2vec.collections.tenant;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.TenantStore;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tenants over an engine, which keeps them. */
public final class EngineTenants implements TenantService {
    private final Engine engine;
    private final Schema schema;

    public EngineTenants(Engine engine, Schema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    @Override
    public List<Tenant> all(String collection) {
        return store().all(named(collection).name());
    }

    @Override
    public Optional<Tenant> find(String collection, String name) {
        return store().find(named(collection).name(), name);
    }

    @Override
    public void create(String collection, List<Tenant> tenants) {
        CollectionDef found = named(collection);
        check(tenants);
        store().create(found.name(), tenants);
    }

    @Override
    public void update(String collection, List<Tenant> tenants) {
        CollectionDef found = named(collection);
        check(tenants);
        store().update(found.name(), tenants);
    }

    @Override
    public void delete(String collection, List<String> names) {
        store().delete(named(collection).name(), Set.copyOf(names));
    }

    private static void check(List<Tenant> tenants) {
        tenants.forEach(tenant -> TenantNames.check(tenant.name()));
        Set<String> names = tenants.stream().map(Tenant::name).collect(Collectors.toSet());
        if (names.size() < tenants.size()) {
            throw new Invalid("A tenant is named twice.");
        }
    }

    private TenantStore store() {
        return engine.tenants()
                .orElseThrow(() -> new Unsupported("This engine leaves tenants to whom it asks: change them there."));
    }

    private CollectionDef named(String name) {
        CollectionDef collection = schema.find(name)
                .orElseThrow(() -> new Invalid("There is no collection %s.".formatted(Names.shortened(name))));
        if (!collection.multiTenancy().enabled()) {
            throw new Invalid(collection.name()
                    + " has no tenants: multiTenancyConfig.enabled is chosen when a collection is made.");
        }
        return collection;
    }
}
