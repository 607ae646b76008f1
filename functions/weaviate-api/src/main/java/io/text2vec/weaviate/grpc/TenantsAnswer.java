package io.text2vec.weaviate.grpc;

import io.text2vec.collections.tenant.Tenant;
import io.text2vec.collections.tenant.TenantService;
import io.text2vec.weaviate.grpc.part.Took;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants.TenantActivityStatus;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants.TenantsGetReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants.TenantsGetRequest;
import java.util.List;
import java.util.Optional;

/** Tells which tenants a collection has, all or those of the names that are asked for. */
final class TenantsAnswer {
    private final TenantService tenants;

    TenantsAnswer(TenantService tenants) {
        this.tenants = tenants;
    }

    TenantsGetReply answer(TenantsGetRequest request) {
        Took took = new Took();
        TenantsGetReply.Builder reply = TenantsGetReply.newBuilder();
        found(request).forEach(tenant -> reply.addTenants(message(tenant)));
        return reply.setTook(took.seconds()).build();
    }

    private List<Tenant> found(TenantsGetRequest request) {
        return request.hasNames()
                ? request.getNames().getValuesList().stream()
                        .distinct()
                        .map(name -> tenants.find(request.getCollection(), name))
                        .flatMap(Optional::stream)
                        .toList()
                : tenants.all(request.getCollection());
    }

    private static WeaviateProtoTenants.Tenant message(Tenant tenant) {
        return WeaviateProtoTenants.Tenant.newBuilder()
                .setName(tenant.name())
                .setActivityStatus(
                        switch (tenant.activity()) {
                            case HOT -> TenantActivityStatus.TENANT_ACTIVITY_STATUS_HOT;
                            case COLD -> TenantActivityStatus.TENANT_ACTIVITY_STATUS_COLD;
                        })
                .build();
    }
}
