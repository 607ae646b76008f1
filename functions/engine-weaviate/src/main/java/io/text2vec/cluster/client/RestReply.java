package io.text2vec.cluster.client;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What Weaviate answered to a request. */
public record RestReply(int status, MultiMap headers, Buffer body) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public boolean notThere() {
        return status == 404;
    }
}
