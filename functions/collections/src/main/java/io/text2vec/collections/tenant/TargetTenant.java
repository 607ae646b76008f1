package io.text2vec.collections.tenant;

import io.text2vec.collections.schema.CollectionDef;
import java.util.Optional;

/** Where references lead: to the same tenant, if their target has tenants. */
public final class TargetTenant {
    private TargetTenant() {}

    /** @param tenant of the object that has the reference */
    public static Optional<String> of(CollectionDef target, Optional<String> tenant) {
        return target.multiTenancy().enabled() ? tenant : Optional.empty();
    }
}
