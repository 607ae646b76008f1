package io.text2vec.weaviate.grpc;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request whose body somebody else reads; gRPC's framing has its head, and writes its answer. */
final class HeadOnly extends HttpServerRequestWrapper {

    HeadOnly(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
    }

    @Override
    public HttpServerRequest handler(Handler<Buffer> reader) {
        return this;
    }

    @Override
    public HttpServerRequest endHandler(Handler<Void> reader) {
        return this;
    }
}
