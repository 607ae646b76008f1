package io.text2vec.weaviate.grpc;

import io.text2vec.web.access.CollectionPaths;
import jakarta.inject.Singleton;

/** The paths of the contract's services. */
@Singleton
public final class GrpcPaths implements CollectionPaths {
    public static final String WEAVIATE = "/weaviate.v1.Weaviate/";
    static final String HEALTH = "/grpc.health.v1.Health/";

    @Override
    public boolean cover(String path) {
        return path.startsWith(WEAVIATE) || path.startsWith(HEALTH);
    }
}
