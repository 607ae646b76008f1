package io.text2vec.cluster;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Which Weaviate, and how it is spoken to. */
@ConfigMapping(prefix = "text2vec.cluster")
interface ClusterConfig {

    /** TEXT2VEC_ENGINE: whether it is this engine at all. */
    String engine();

    /** WEAVIATE_URL: where its REST is. */
    Optional<String> url();

    /** WEAVIATE_GRPC_URL: where its gRPC is; absent: port 50051 of the same host. */
    Optional<String> grpcUrl();

    /** WEAVIATE_API_KEY: who this process is there. */
    Optional<String> apiKey();

    /** TEXT2VEC_WEAVIATE_CREDENTIALS: {@code own} or {@code caller}. */
    String credentials();

    /** TEXT2VEC_WEAVIATE_DEADLINE: how long an answer may take where the caller doesn't say. */
    Duration deadline();

    /** TEXT2VEC_WEAVIATE_CONNECTIONS: connections to its REST, at most. */
    int connections();

    /** DEFAULT_VECTORIZER_MODULE: the vectorizer of a class that names none. */
    String defaultVectorizer();

    /** What this application does: {@code both}, {@code read} or {@code write}. */
    String sides();
}
