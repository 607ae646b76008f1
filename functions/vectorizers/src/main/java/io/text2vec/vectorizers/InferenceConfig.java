package io.text2vec.vectorizers;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Who makes vectors elsewhere, and how they are called; Weaviate's names are translated beside it. */
@ConfigMapping(prefix = "text2vec.inference")
interface InferenceConfig {

    /** Address for all texts; not beside the other two. */
    Optional<String> both();

    /** Address for the texts of objects. */
    Optional<String> passage();

    /** Address for the texts of queries. */
    Optional<String> query();

    /** Hosts that classes may name, each with a port or without, separated by commas. */
    Optional<String> hosts();

    /** Whether the application is ready only when the addresses above are. */
    Optional<String> waiting();

    /** How long an answer may take, and all attempts at one together. */
    Duration timeout();

    /** Requests under way at one address for one task. */
    int calls();
}
