package io.text2vec.cluster.client;

import io.vertx.grpc.common.GrpcStatus;

/** A gRPC call that Weaviate ended with another status than OK. */
public final class CallEnded extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final GrpcStatus status;

    public CallEnded(GrpcStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public GrpcStatus status() {
        return status;
    }
}
