package io.text2vec.collections.tenant;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.TenantStore;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Names;
import java.util.List;
import java.util.Optional;

/** Lets calls in to the tenant that they name; makes and wakes it where its collection has that done by itself. */
public final class TenantAccess {
    private final Engine engine;

    public TenantAccess(Engine engine) {
        this.engine = engine;
    }

    /**
     * Before objects are read or deleted.
     *
     * @throws Invalid if the call names no tenant where it has to, or one that is not there or not active
     */
    public void read(CollectionDef collection, Optional<String> tenant) {
        enter(collection, tenant, false);
    }

    /** Before objects are stored: the same, but a tenant that is not there may be made. */
    public void write(CollectionDef collection, Optional<String> tenant) {
        enter(collection, tenant, collection.multiTenancy().autoTenantCreation());
    }

    /** Whether a write would make the tenant that it names. */
    public boolean wouldMake(CollectionDef collection, Optional<String> tenant) {
        return collection.multiTenancy().autoTenantCreation()
                && tenant.isPresent()
                && engine.tenants()
                        .filter(store ->
                                store.find(collection.name(), tenant.get()).isEmpty())
                        .isPresent();
    }

    private void enter(CollectionDef collection, Optional<String> tenant, boolean make) {
        Tenants.check(collection, tenant);
        if (tenant.isPresent()) {
            engine.tenants().ifPresent(store -> enter(store, collection, tenant.get(), make));
        }
    }

    private static void enter(TenantStore store, CollectionDef collection, String name, boolean make) {
        Optional<Tenant> known = store.find(collection.name(), name);
        if (known.isEmpty()) {
            if (!make) {
                throw missing(collection.name(), name);
            }
            TenantNames.check(name);
            store.create(collection.name(), List.of(new Tenant(name, Activity.HOT)));
        } else if (known.get().activity() == Activity.COLD) {
            if (!collection.multiTenancy().autoTenantActivation()) {
                throw inactive(collection.name(), name);
            }
            store.update(collection.name(), List.of(new Tenant(name, Activity.HOT)));
        }
    }

    /** What a call for a tenant that is not there ends with, here and in an engine that finds it gone. */
    public static Invalid missing(String collection, String name) {
        return new Invalid("%s has no tenant %s.".formatted(collection, Names.shortened(name)));
    }

    /** The same for one that is not active. */
    public static Invalid inactive(String collection, String name) {
        return new Invalid(
                "Tenant %s of %s is not active: make its activityStatus ACTIVE, or let the collection's autoTenantActivation do so."
                        .formatted(Names.shortened(name), collection));
    }
}
