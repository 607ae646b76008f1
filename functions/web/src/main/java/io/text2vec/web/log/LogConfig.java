package io.text2vec.web.log;

import io.smallrye.config.ConfigMapping;

/** How the process logs. */
@ConfigMapping(prefix = "text2vec.log")
interface LogConfig {

    /** {@code text} or {@code json}, Weaviate's words for it. */
    String format();
}
