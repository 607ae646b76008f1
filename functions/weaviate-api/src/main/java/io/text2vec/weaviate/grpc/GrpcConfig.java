package io.text2vec.weaviate.grpc;

import io.smallrye.config.ConfigMapping;

/** How gRPC is served. */
@ConfigMapping(prefix = "text2vec.grpc")
interface GrpcConfig {

    /** Whether there is a port for gRPC beside the one for everything, which serves it too. */
    boolean listen();

    /** GRPC_PORT; 0: any that is free. */
    int port();

    /** GRPC_MAX_MESSAGE_SIZE: bytes of a message, after decompression. */
    int maxMessageSize();

    /** TEXT2VEC_CALLS: calls under way at once, over all connections; more are refused. */
    int calls();
}
