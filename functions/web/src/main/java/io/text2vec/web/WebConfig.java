package io.text2vec.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the doors of a function share. The limits that the framework has itself keep its names. */
@ConfigMapping(prefix = "text2vec.web")
interface WebConfig {

    /** Bearer tokens that open the doors, separated by commas; none: open to everybody. */
    Optional<String> tokens();
}
