package io.text2vec.cluster.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.StreamResetException;
import io.vertx.grpc.common.GrpcStatus;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A Weaviate: its REST and its gRPC. For any thread; what blocks is said to. */
public final class Cluster implements AutoCloseable {
    private static final String JSON = "application/json";

    private final Port rest;
    private final Port grpc;
    private final Credentials credentials;

    public Cluster(
            Vertx vertx,
            Address rest,
            Address grpc,
            boolean asCaller,
            Optional<String> apiKey,
            Duration deadline,
            int connections,
            MeterRegistry registry) {
        this.rest = Port.rest(vertx, rest, deadline, connections, registry);
        this.grpc = Port.grpc(vertx, grpc, deadline, registry);
        credentials = new Credentials(asCaller, apiKey);
    }

    public Port rest() {
        return rest;
    }

    public Port grpc() {
        return grpc;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** The credentials of this thread's caller, as Weaviate sees them. */
    public Optional<String> credentialsOfThread() {
        return credentials.ofThread();
    }

    /** Reads something, with the credentials of this thread's caller; blocks. Tried again when a connection breaks. */
    public RestReply get(String uri) {
        return await(
                rest, rest.deadline(), rest.repeated(() -> ask(HttpMethod.GET, uri, plain(), null), Cluster::broken));
    }

    /**
     * Changes something; blocks.
     *
     * @param headers of the request that asked for it, less those of its connection, the credentials among them
     */
    public RestReply send(HttpMethod method, String uri, MultiMap headers, Buffer body) {
        return await(rest, rest.deadline(), ask(method, uri, headers, body));
    }

    private MultiMap plain() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        credentials.ofThread().ifPresent(header -> headers.set("authorization", header));
        return headers;
    }

    private Future<RestReply> ask(HttpMethod method, String uri, MultiMap headers, Buffer body) {
        return rest.begin(method, uri).compose(request -> {
            request.headers().addAll(headers).remove("content-length");
            if (body == null) {
                return whole(request.send());
            }
            request.headers().set("content-type", JSON);
            return whole(request.send(body));
        });
    }

    // To be called on the request's event loop, as all that follows a begun request is: a body is lost whose reader
    // comes later than it.
    private static Future<RestReply> whole(Future<HttpClientResponse> coming) {
        return coming.compose(response ->
                response.body().map(answer -> new RestReply(response.statusCode(), response.headers(), answer)));
    }

    /**
     * Makes a gRPC call with one message in and one out; blocks.
     *
     * @param metadata of the call that asked for it, less those of its connection, the credentials among them
     * @param repeatable whether it does no harm to make it twice
     * @throws CallEnded with Weaviate's status
     */
    public byte[] call(String path, MultiMap metadata, byte[] message, boolean repeatable) {
        Duration deadline = CallTimeout.read(metadata.get(CallTimeout.HEADER)).orElse(grpc.deadline());
        return await(
                grpc,
                deadline,
                grpc.repeated(
                        () -> call(path, metadata, Message.frame(message), deadline),
                        failure -> repeatable && (broken(failure) || unavailable(failure))));
    }

    /** The same with the credentials of this thread's caller. */
    public byte[] call(String path, byte[] message, boolean repeatable) {
        return call(path, plain(), message, repeatable);
    }

    private Future<byte[]> call(String path, MultiMap metadata, Buffer frame, Duration deadline) {
        return grpc.begin(HttpMethod.POST, path, deadline).compose(request -> send(request, metadata, frame, deadline)
                .compose(response -> response.body().map(body -> message(response, body))));
    }

    private Future<HttpClientResponse> send(
            HttpClientRequest request, MultiMap metadata, Buffer frame, Duration deadline) {
        request.headers()
                .addAll(metadata)
                .remove("content-length")
                .remove("grpc-encoding")
                .remove("grpc-accept-encoding")
                .set("content-type", "application/grpc")
                .set("te", "trailers")
                .set(CallTimeout.HEADER, CallTimeout.write(deadline));
        return request.send(frame);
    }

    private static byte[] message(HttpClientResponse response, Buffer body) {
        String code = Optional.ofNullable(response.trailers().get("grpc-status"))
                .orElseGet(() -> response.getHeader("grpc-status"));
        if (code == null) {
            throw new CallEnded(statusOf(response.statusCode()), "HTTP status " + response.statusCode());
        }
        GrpcStatus status =
                Optional.ofNullable(GrpcStatus.valueOf(Integer.parseInt(code))).orElse(GrpcStatus.UNKNOWN);
        if (status != GrpcStatus.OK) {
            throw new CallEnded(
                    status,
                    text(Optional.ofNullable(response.trailers().get("grpc-message"))
                            .orElseGet(() -> response.getHeader("grpc-message"))));
        }
        return Message.unframe(body);
    }

    /** What a proxy's answer means that knows no gRPC, as the protocol has it. */
    private static GrpcStatus statusOf(int http) {
        return switch (http) {
            case 401 -> GrpcStatus.UNAUTHENTICATED;
            case 403 -> GrpcStatus.PERMISSION_DENIED;
            case 404 -> GrpcStatus.UNIMPLEMENTED;
            case 429, 502, 503, 504 -> GrpcStatus.UNAVAILABLE;
            default -> GrpcStatus.UNKNOWN;
        };
    }

    private static String text(String encoded) {
        return encoded == null ? "" : URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static boolean broken(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof HttpClosedException
                || failure instanceof StreamResetException;
    }

    private static boolean unavailable(Throwable failure) {
        return failure instanceof CallEnded ended && ended.status() == GrpcStatus.UNAVAILABLE;
    }

    private static <T> T await(Port port, Duration deadline, Future<T> coming) {
        CompletableFuture<T> future =
                coming.toCompletionStage().toCompletableFuture().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw port.meaning(failed.getCause());
        }
    }

    @Override
    public void close() {
        rest.close();
        grpc.close();
    }
}
