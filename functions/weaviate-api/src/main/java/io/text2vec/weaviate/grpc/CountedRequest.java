package io.text2vec.weaviate.grpc;

import io.text2vec.web.BodySpace;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A request whose body takes space as it comes in, up to a limit, and is handed on as a whole: the framing of gRPC behind
 * it copies all that it has with each part that it gets, which is slow where a message has thousands. On its event loop
 * alone.
 */
final class CountedRequest extends HttpServerRequestWrapper {
    /** Bytes before a message: whether it is packed, and its length. */
    private static final int PREFIX = 5;

    private final BodySpace space;
    private final int maxMessageSize;
    private final Consumer<CallRefused> refused;
    private Handler<Buffer> handler; // null unless somebody reads
    private List<Buffer> parts = new ArrayList<>();
    private int length;
    private boolean dropped; // what still comes is for nobody

    /** @param refused called at most once, when a part finds no space or makes the message too large */
    CountedRequest(HttpServerRequest request, BodySpace space, int maxMessageSize, Consumer<CallRefused> refused) {
        super((HttpServerRequestInternal) request);
        this.space = space;
        this.maxMessageSize = maxMessageSize;
        this.refused = refused;
    }

    @Override
    public HttpServerRequest handler(Handler<Buffer> reader) {
        handler = reader;
        super.handler(this::take);
        return this;
    }

    @Override
    public HttpServerRequest endHandler(Handler<Void> reader) {
        super.endHandler(end -> {
            if (!dropped && handler != null && length > 0) {
                handler.handle(whole());
            }
            reader.handle(end);
        });
        return this;
    }

    private void take(Buffer part) {
        if (dropped) {
            return;
        }
        if (part.length() > (long) maxMessageSize + PREFIX - length) {
            drop(CallRefused.tooLarge(maxMessageSize));
        } else if (!space.take(part.length())) {
            drop(CallRefused.noSpace());
        } else {
            length += part.length();
            parts.add(part);
        }
    }

    private void drop(CallRefused why) {
        release();
        refused.accept(why);
    }

    private Buffer whole() {
        Buffer whole = Buffer.buffer(length);
        parts.forEach(whole::appendBuffer);
        parts = List.of();
        return whole;
    }

    /** Gives the space back, and drops what has come. */
    void release() {
        dropped = true;
        parts = List.of();
        space.giveBack(length);
        length = 0;
    }
}
