package io.text2vec.weaviate.grpc;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the parts of this package share. */
@Singleton
final class GrpcBeans {

    @Produces
    @Singleton
    CallLimit limit(GrpcConfig config) {
        return new CallLimit(config.calls());
    }
}
