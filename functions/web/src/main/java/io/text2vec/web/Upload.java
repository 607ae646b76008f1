package io.text2vec.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** A body on its way in. Used on the event loop of its request alone. */
final class Upload {
    private final RoutingContext exchange;
    private final long limit;
    private final BodySpace space;
    private long taken;
    private Buffer body = Buffer.buffer(); // null once a door has it, or nobody wants it any more

    Upload(RoutingContext exchange, long limit, BodySpace space) {
        this.exchange = exchange;
        this.limit = limit;
        this.space = space;
    }

    void append(Buffer part) {
        if (body == null) {
            return;
        }
        if (part.length() > limit - body.length()) {
            refuse(Refusal.tooLarge(limit));
        } else if (!space.take(part.length())) {
            refuse(Refusal.noSpace());
        } else {
            taken += part.length();
            body.appendBuffer(part);
        }
    }

    private void refuse(Refusal refusal) {
        release();
        exchange.fail(refusal);
    }

    void complete(BiConsumer<RoutingContext, Buffer> door) {
        if (body == null) {
            return;
        }
        Buffer whole = body;
        body = null;
        try {
            door.accept(exchange, whole);
        } catch (RuntimeException e) {
            exchange.fail(e);
        }
    }

    /** Lets go of the body and its bytes; what still comes of it is dropped. */
    void release() {
        body = null;
        space.giveBack(taken);
        taken = 0;
    }
}
