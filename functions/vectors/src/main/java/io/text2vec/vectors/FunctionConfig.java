package io.text2vec.vectors;

import io.smallrye.config.ConfigMapping;

/** What makes one vectorizing function differ from another. */
@ConfigMapping(prefix = "text2vec.function")
interface FunctionConfig {

    /** What its texts are, where a request doesn't say: {@code passage} or {@code query}. */
    Task task();

    /** Lower case, as on the wire. */
    enum Task {
        PASSAGE,
        QUERY
    }
}
