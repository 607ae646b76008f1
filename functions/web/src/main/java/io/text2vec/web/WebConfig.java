package io.text2vec.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the doors of a function share. The limits that the framework has itself keep its names. */
@ConfigMapping(prefix = "text2vec.web")
interface WebConfig {

    /** Bearer tokens that open the doors, separated by commas; none: open to everybody. */
    Optional<String> tokens();

    /** Bytes of request bodies in memory at once, over all connections: each counts from its arrival to its answer. */
    MemorySize bodies();
}
