package io.text2vec.cluster;

import io.text2vec.cluster.client.Address;
import java.time.Duration;
import java.util.Optional;

/**
 * Which Weaviate, and how it is spoken to.
 *
 * @param asCaller whether calls bring their own caller's credentials, and this process asks nobody who he is
 * @param apiKey who this process is there, unless calls bring that
 * @param deadline how long an answer may take where the caller doesn't say
 */
public record ClusterSettings(
        Address rest,
        Address grpc,
        boolean asCaller,
        Optional<String> apiKey,
        Duration deadline,
        int connections,
        String defaultVectorizer,
        Sides sides) {
    /** What {@code TEXT2VEC_ENGINE} calls this engine. */
    public static final String ENGINE = "weaviate";

    private static final int GRPC_PORT = 50051;

    /** What an application does with collections. */
    public enum Sides {
        BOTH,
        READ,
        WRITE
    }

    /** @throws IllegalArgumentException if a setting makes no sense, naming it */
    static ClusterSettings of(ClusterConfig config) {
        Address rest = Address.of(
                "WEAVIATE_URL",
                config.url()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "TEXT2VEC_ENGINE=weaviate needs WEAVIATE_URL, the address of Weaviate's REST, such as"
                                        + " http://localhost:8080")));
        return new ClusterSettings(
                rest,
                config.grpcUrl()
                        .map(url -> Address.of("WEAVIATE_GRPC_URL", url))
                        .orElse(rest.at(GRPC_PORT)),
                asCaller(config.credentials()),
                config.apiKey(),
                config.deadline(),
                config.connections(),
                config.defaultVectorizer(),
                sides(config.sides()));
    }

    private static boolean asCaller(String word) {
        return switch (word) {
            case "own" -> false;
            case "caller" -> true;
            default ->
                throw new IllegalArgumentException(
                        "TEXT2VEC_WEAVIATE_CREDENTIALS is own or caller, not '" + word + "'");
        };
    }

    private static Sides sides(String word) {
        return switch (word) {
            case "both" -> Sides.BOTH;
            case "read" -> Sides.READ;
            case "write" -> Sides.WRITE;
            default ->
                throw new IllegalArgumentException("text2vec.cluster.sides is both, read or write, not '" + word + "'");
        };
    }
}
