package io.text2vec.weaviate.grpc;

import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import io.text2vec.collections.tenant.TenantService;
import java.util.List;
import java.util.Optional;

/** Two tenants, of whatever collection. */
final class RecordedTenants implements TenantService {
    private static final List<Tenant> ALL =
            List.of(new Tenant("anna", Activity.HOT), new Tenant("bert", Activity.COLD));

    @Override
    public List<Tenant> all(String collection) {
        return ALL;
    }

    @Override
    public Optional<Tenant> find(String collection, String name) {
        return ALL.stream().filter(tenant -> tenant.name().equals(name)).findFirst();
    }

    @Override
    public void create(String collection, List<Tenant> tenants) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void update(String collection, List<Tenant> tenants) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String collection, List<String> names) {
        throw new UnsupportedOperationException();
    }
}
