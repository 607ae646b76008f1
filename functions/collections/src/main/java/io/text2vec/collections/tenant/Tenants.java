package io.text2vec.collections.tenant;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.schema.CollectionDef;
import java.util.Optional;

/** Whether a call names a tenant where it has to, and only there. */
public final class Tenants {
    private Tenants() {}

    /** @throws CollectionException.Invalid if not */
    public static void check(CollectionDef collection, Optional<String> tenant) {
        boolean enabled = collection.multiTenancy().enabled();
        if (enabled && tenant.isEmpty()) {
            throw new CollectionException.Invalid(collection.name() + " has tenants: name one.");
        }
        if (!enabled && tenant.isPresent()) {
            throw new CollectionException.Invalid(collection.name() + " has no tenants: leave the tenant out.");
        }
    }
}
