package io.text2vec.weaviate.grpc;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.text2vec.weaviate.grpc.stream.StreamItems;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc.WeaviateStub;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.MessageCase;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** A client's side of a stream, which reads each reply only when a test takes it. */
final class OpenStream {
    private static final long SECONDS = 20;

    /** The end among the replies. */
    private static final Optional<BatchStreamReply> END = Optional.empty();

    private final BlockingQueue<Optional<BatchStreamReply>> replies = new LinkedBlockingQueue<>();
    private final CompletableFuture<Status> end = new CompletableFuture<>();
    private final ClientCallStreamObserver<BatchStreamRequest> requests;

    OpenStream(WeaviateStub client) {
        requests = (ClientCallStreamObserver<BatchStreamRequest>) client.batchStream(new Replies());
    }

    private final class Replies implements ClientResponseObserver<BatchStreamRequest, BatchStreamReply> {
        @Override
        public void beforeStart(ClientCallStreamObserver<BatchStreamRequest> call) {
            call.disableAutoRequestWithInitial(1);
        }

        @Override
        public void onNext(BatchStreamReply reply) {
            replies.add(Optional.of(reply));
        }

        @Override
        public void onError(Throwable failure) {
            end.complete(Status.fromThrowable(failure));
            replies.add(END);
        }

        @Override
        public void onCompleted() {
            end.complete(Status.OK);
            replies.add(END);
        }
    }

    void start() {
        send(StreamItems.start());
        if (!next().hasStarted()) {
            throw new AssertionError("started comes first");
        }
    }

    void send(BatchStreamRequest message) {
        requests.onNext(message);
    }

    void objects(String... uuids) {
        send(StreamItems.data(List.of(uuids).stream().map(StreamItems::object).toList(), List.of()));
    }

    void data(List<BatchObject> objects, List<BatchReference> references) {
        send(StreamItems.data(objects, references));
    }

    void stop() {
        send(StreamItems.stop());
        halfClose();
    }

    void halfClose() {
        requests.onCompleted();
    }

    void cancel() {
        requests.cancel("has seen enough", null);
    }

    /** Whether the client's side has room for another message. */
    boolean ready() {
        return requests.isReady();
    }

    /** The next reply. */
    BatchStreamReply next() {
        try {
            Optional<BatchStreamReply> reply = replies.poll(SECONDS, TimeUnit.SECONDS);
            if (reply == null || reply.isEmpty()) {
                throw new AssertionError("no reply: " + end.getNow(Status.OK));
            }
            requests.request(1);
            return reply.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a reply is there that was not taken. */
    boolean hasNext() {
        return !replies.isEmpty();
    }

    /** The next reply, which must be one. */
    BatchStreamReply next(MessageCase kind) {
        BatchStreamReply reply = next();
        if (reply.getMessageCase() != kind) {
            throw new AssertionError("expected " + kind + " and got " + reply);
        }
        return reply;
    }

    /** What is told until the end. */
    List<BatchStreamReply> rest() {
        List<BatchStreamReply> rest = new ArrayList<>();
        try {
            for (Optional<BatchStreamReply> reply = replies.poll(SECONDS, TimeUnit.SECONDS);
                    reply != null && reply.isPresent();
                    reply = replies.poll(SECONDS, TimeUnit.SECONDS)) {
                rest.add(reply.get());
                requests.request(1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return rest;
    }

    Status end() {
        try {
            return end.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new AssertionError("the stream doesn't end", e);
        }
    }

    static String[] uuids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
