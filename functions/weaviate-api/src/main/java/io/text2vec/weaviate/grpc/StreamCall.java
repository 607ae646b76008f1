package io.text2vec.weaviate.grpc;

import com.google.protobuf.MessageLite;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotReady;
import io.text2vec.weaviate.grpc.stream.Items;
import io.text2vec.weaviate.grpc.stream.Replies;
import io.text2vec.weaviate.grpc.stream.StreamMessage;
import io.text2vec.weaviate.grpc.stream.StreamPace;
import io.text2vec.weaviate.grpc.stream.StreamWriter;
import io.text2vec.web.RequestMetrics;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerRequest;
import io.vertx.grpc.server.GrpcServerResponse;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A stream on its way: messages in, each acknowledged when it waits to be written, and results out. A message is read when
 * the one before is acknowledged, not too many items wait, and the client reads what it is told. On the event loop of its
 * request alone.
 */
final class StreamCall {
    /** HTTP/2's code of an internal error, by which clients know that a stream was lost and not ended. */
    private static final long LOST = 2;

    private final RoutingContext exchange;
    private final GrpcServerResponse<Buffer, Buffer> response;
    private final Context loop;
    private final Streams streams;
    private final Optional<String> forbidden;
    private final MessageReader reader;
    private final StreamWriter writer;
    private final StreamPace pace = new StreamPace();
    private final List<BatchStreamReply> lateAcks = new ArrayList<>();
    private boolean started;
    private boolean stopped; // the client sends no more items
    private boolean saidStop;
    private boolean reading; // a message is asked for, or read and not yet acknowledged
    private boolean leaving; // the client was told to come again
    private boolean quiet; // nothing has come since somebody looked
    private boolean over;
    private int waiting; // items acknowledged and not told of

    /** @param forbidden why the caller may not write: then each item fails */
    private StreamCall(
            RoutingContext exchange,
            GrpcServerRequest<Buffer, Buffer> call,
            Context loop,
            Streams streams,
            Optional<String> forbidden) {
        this.exchange = exchange;
        this.response = call.response();
        this.loop = loop;
        this.streams = streams;
        this.forbidden = forbidden;
        writer = streams.writer(new Told());
        reader = new MessageReader(
                exchange.request(),
                loop,
                streams.space(),
                streams.patience(),
                streams.maxMessageSize(),
                this::read,
                this::ended,
                this::fail);
    }

    /** Takes a call whose limits have been asked; must be called before the handler of its request returns. */
    static void take(
            RoutingContext exchange,
            GrpcServerRequest<Buffer, Buffer> call,
            Streams streams,
            Optional<String> forbidden) {
        Context loop = exchange.vertx().getOrCreateContext();
        StreamCall stream = new StreamCall(exchange, call, loop, streams, forbidden);
        stream.reader.begin();
        streams.add(stream);
        exchange.addEndHandler(stream::gone);
        stream.response.drainHandler(ready -> stream.readOn());
        stream.readOn();
    }

    private void readOn() {
        boolean room = waiting < pace.room() && !response.writeQueueFull();
        if (!over && !stopped && !reading && room) {
            reading = true;
            reader.next();
        }
    }

    private void read(Frame frame, int size) {
        quiet = false;
        loop.executeBlocking(
                        () -> StreamMessage.of(frame.read(BatchStreamRequest.parser(), streams.maxMessageSize())),
                        false)
                .onComplete(message -> take(message, size));
    }

    private void take(AsyncResult<StreamMessage> message, int size) {
        reading = false;
        if (over) {
            streams.space().giveBack(size);
            return;
        }
        try {
            if (message.failed()) {
                throw message.cause() instanceof RuntimeException why
                        ? why
                        : new IllegalStateException(message.cause());
            }
            if (take(message.result(), size)) {
                return; // the items give the space back
            }
        } catch (RuntimeException why) {
            fail(why);
        }
        streams.space().giveBack(size);
        readOn();
        finish();
    }

    /** @return whether the message has items that will be written */
    private boolean take(StreamMessage message, int size) {
        return switch (message) {
            case StreamMessage.Start _ -> {
                start();
                yield false;
            }
            case StreamMessage.Stop _ -> {
                requireStarted();
                saidStop = true;
                stopped = true;
                yield false;
            }
            case StreamMessage.Some some -> {
                requireStarted();
                yield some.items().size() > 0 && take(some.items(), size);
            }
        };
    }

    private void start() {
        if (started) {
            throw new Invalid("A stream starts once.");
        }
        started = true;
        write(Replies.started());
    }

    private void requireStarted() {
        if (!started) {
            throw new Invalid("The first message of a stream must be start.");
        }
    }

    private boolean take(Items items, int size) {
        acknowledge(Replies.acks(items));
        if (forbidden.isPresent()) {
            write(Replies.failed(items, forbidden.get()));
            return false;
        }
        pace.came(System.nanoTime());
        waiting += items.size();
        writer.add(items, () -> streams.space().giveBack(size));
        readOn();
        return true;
    }

    /**
     * A client that was told to come again takes an acknowledgement for leave to send on, and has closed its side: it gets
     * those with the end.
     */
    private void acknowledge(BatchStreamReply acks) {
        if (leaving) {
            lateAcks.add(acks);
        } else {
            write(acks);
        }
    }

    /** Tells of items, on the threads that write them. */
    private final class Told implements StreamWriter.Listener {
        @Override
        public void results(BatchStreamReply results, int items) {
            Buffer bytes = bytes(results);
            loop.runOnContext(now -> written(bytes, items));
        }

        @Override
        public void failed(Throwable why) {
            loop.runOnContext(now -> fail(why));
        }
    }

    private void written(Buffer results, int items) {
        waiting -= items;
        pace.written(items, waiting, System.nanoTime());
        if (over) {
            return;
        }
        response.write(results);
        OptionalInt size = leaving ? OptionalInt.empty() : pace.size(waiting);
        size.ifPresent(next -> write(Replies.backoff(next)));
        readOn();
        finish();
    }

    /** The client has closed its side. */
    private void ended() {
        reading = false;
        stopped = true;
        finish();
    }

    /** Ends the stream where nothing more will come, and all that came is told. */
    private void finish() {
        if (over || !stopped || reading || waiting > 0) {
            return;
        }
        if (!saidStop) { // who did has done with acknowledgements, and would send on
            lateAcks.forEach(this::write);
        }
        RequestMetrics.ended(exchange, GrpcStatus.OK.name());
        leave();
        response.end();
        reader.discard();
    }

    /** Tells the client to come again; what it has sent until it closes its side is still written. For any thread. */
    void comeAgain() {
        loop.runOnContext(now -> {
            if (over || leaving) {
                return;
            }
            if (!started) {
                fail(new NotReady("The function is shutting down."));
                return;
            }
            leaving = true;
            write(Replies.shuttingDown());
        });
    }

    /** Ends a stream that was told to come again, if nothing has come since the last time. For any thread. */
    void endIfIdle() {
        loop.runOnContext(now -> {
            if (quiet && waiting == 0) {
                stopped = true;
                reading = false;
                finish();
            }
            quiet = true;
        });
    }

    /** Breaks the stream off, so that the client knows what was not told to be lost. For any thread. */
    void cut() {
        loop.runOnContext(now -> {
            if (!over) {
                leave();
                exchange.response().reset(LOST);
            }
        });
    }

    private void fail(Throwable why) {
        if (!over) {
            leave();
            CallAnswers.fail(exchange, response, why);
            reader.discard();
        }
    }

    private void gone(AsyncResult<Void> end) {
        if (!over) {
            leave();
        }
    }

    private void leave() {
        over = true;
        reader.close();
        writer.drop();
        streams.remove(this);
    }

    private void write(MessageLite reply) {
        response.write(bytes(reply));
    }

    private static Buffer bytes(MessageLite message) {
        return Buffer.buffer(message.toByteArray());
    }
}
