package io.text2vec.weaviate.grpc;

import io.text2vec.web.BodySpace;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request whose body takes space as it comes in; without any left the rest is dropped. On its event loop alone. */
final class CountedRequest extends HttpServerRequestWrapper {
    private final BodySpace space;
    private final Runnable full;
    private long taken;
    private boolean dropped;

    /** @param full called once, when a part finds no space */
    CountedRequest(HttpServerRequest request, BodySpace space, Runnable full) {
        super((HttpServerRequestInternal) request);
        this.space = space;
        this.full = full;
    }

    @Override
    public HttpServerRequest handler(Handler<Buffer> handler) {
        super.handler(
                handler == null
                        ? null
                        : part -> {
                            if (dropped) {
                                return;
                            }
                            if (space.take(part.length())) {
                                taken += part.length();
                                handler.handle(part);
                            } else {
                                dropped = true;
                                full.run();
                            }
                        });
        return this;
    }

    /** Gives the space back. */
    void release() {
        dropped = true;
        space.giveBack(taken);
        taken = 0;
    }
}
