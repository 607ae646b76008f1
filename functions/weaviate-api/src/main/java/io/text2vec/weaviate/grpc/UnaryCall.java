package io.text2vec.weaviate.grpc;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.web.RequestMetrics;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.grpc.common.GrpcMessage;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.common.InvalidMessageException;
import io.vertx.grpc.common.MessageSizeOverflowException;
import io.vertx.grpc.server.GrpcServer;
import io.vertx.grpc.server.GrpcServerOptions;
import io.vertx.grpc.server.GrpcServerRequest;
import java.util.concurrent.CompletableFuture;

/** A call on its way: its message in, its work, its answer out. On the event loop of its request alone. */
final class UnaryCall {
    private final RoutingContext exchange;
    private final Rpc<?> rpc;
    private final Calls calls;
    private final CountedRequest body;
    private final Context loop;
    private GrpcServerRequest<Buffer, Buffer> call;
    private Frame frame; // null before the message is there
    private CompletableFuture<byte[]> answer; // null before the work is given away
    private boolean answered;
    private boolean left;

    private UnaryCall(RoutingContext exchange, Rpc<?> rpc, Calls calls) {
        this.exchange = exchange;
        this.rpc = rpc;
        this.calls = calls;
        this.body = new CountedRequest(exchange.request(), calls.space(), calls.maxMessageSize(), this::fail);
        this.loop = exchange.vertx().getOrCreateContext();
    }

    /** Takes a call; must be called before the handler of its request returns. */
    static void take(RoutingContext exchange, Rpc<?> rpc, Calls calls) {
        UnaryCall call = new UnaryCall(exchange, rpc, calls);
        // A server for each call: it is no more than the framing, and so its handler knows the exchange.
        GrpcServer.server(exchange.vertx(), new GrpcServerOptions().setMaxMessageSize(calls.maxMessageSize()))
                .callHandler(call::begin)
                .handle(call.body);
    }

    private void begin(GrpcServerRequest<Buffer, Buffer> request) {
        call = request;
        try {
            calls.admit(exchange, rpc);
            calls.limit().enter();
        } catch (RuntimeException refused) {
            left = true; // it never came in
            fail(refused);
            return;
        }
        exchange.addEndHandler(end -> {
            if (end.failed()) {
                gone();
            }
        });
        request.messageHandler(this::take).invalidMessageHandler(this::refuse).endHandler(end -> work());
    }

    private void take(GrpcMessage message) {
        if (frame != null) {
            fail(CallRefused.notOneMessage());
            return;
        }
        frame = new Frame(message.encoding(), message.payload().getBytes());
    }

    private void refuse(InvalidMessageException invalid) {
        fail(
                invalid instanceof MessageSizeOverflowException
                        ? CallRefused.tooLarge(calls.maxMessageSize())
                        : new Invalid("The call's body is no message of gRPC."));
    }

    private void work() {
        if (answered) {
            return;
        }
        if (frame == null) {
            fail(CallRefused.notOneMessage());
            return;
        }
        try {
            answer = calls.work(rpc, frame);
        } catch (RuntimeException failure) { // of work that is done right here
            fail(failure);
            return;
        }
        answer.whenComplete((reply, failure) -> loop.runOnContext(now -> {
            if (failure != null) {
                fail(failure);
            } else {
                reply(reply);
            }
        }));
    }

    private void reply(byte[] reply) {
        if (answered) {
            return;
        }
        if (reply.length > calls.maxMessageSize()) {
            fail(CallRefused.replyTooLarge(reply.length, calls.maxMessageSize()));
        } else if (!calls.space().take(reply.length)) {
            fail(CallRefused.noSpace());
        } else {
            answered = true;
            RequestMetrics.ended(exchange, GrpcStatus.OK.name());
            // A slow reader's answer counts until it has been read.
            call.response()
                    .endMessage(GrpcMessage.message("identity", Buffer.buffer(reply)))
                    .onComplete(written -> {
                        calls.space().giveBack(reply.length);
                        leave();
                    });
        }
    }

    private void fail(Throwable thrown) {
        if (answered) {
            return;
        }
        answered = true;
        CallAnswers.fail(exchange, call.response(), thrown);
        leave();
    }

    /** The client doesn't wait any more: work that has not begun never will. */
    private void gone() {
        answered = true;
        if (answer != null) {
            answer.cancel(false); // without effect on what is complete
        }
        leave();
    }

    private void leave() {
        body.release();
        frame = null;
        if (!left) {
            left = true;
            calls.limit().leave();
        }
    }
}
