package io.text2vec.vectorizers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** One request and its answer, bounded in size and time. Follows no redirect and sends nothing of any caller. */
final class Exchange implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration timeout;

    /** @param connections to one address, at most */
    Exchange(Vertx vertx, Duration timeout, int connections) {
        this.vertx = vertx;
        this.timeout = timeout;
        int connecting = (int) Math.min(CONNECTING.toMillis(), timeout.toMillis());
        client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(connecting), new PoolOptions().setHttp1MaxSize(connections));
    }

    /**
     * Asks once.
     *
     * @return the answer whatever its status, or a {@link NoReply}. Cancelling breaks the connection off.
     */
    CompletableFuture<Reply> ask(Address address, Request request) {
        CompletableFuture<Reply> result = new CompletableFuture<>();
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        long timer = vertx.setTimer(
                timeout.toMillis(), now -> result.completeExceptionally(NoReply.tooSlow(address, timeout)));
        result.whenComplete((reply, failed) -> {
            vertx.cancelTimer(timer);
            if (failed != null && sent.get() != null) {
                sent.get().reset();
            }
        });
        vertx.executeBlocking(() -> resolve(address), false)
                .compose(all -> connect(address, all, 0, request))
                .compose(call -> {
                    sent.set(call);
                    if (result.isDone()) { // while it was connected
                        call.reset();
                    }
                    return request.body() == null ? call.send() : call.send(Buffer.buffer(request.body()));
                })
                .onSuccess(response -> read(response, address, request.most(), result))
                .onFailure(cause -> result.completeExceptionally(
                        cause instanceof NoReply known ? known : NoReply.unreachable(address, cause)));
        return result;
    }

    /** The connection goes to what was checked: another look-up could have another answer. */
    private static InetAddress[] resolve(Address address) throws Exception {
        InetAddress[] all = InetAddress.getAllByName(address.host());
        if (Arrays.stream(all).anyMatch(LinkLocal::is)) {
            throw NoReply.linkLocal(address);
        }
        return all;
    }

    /** To the first address that takes the connection. */
    private Future<HttpClientRequest> connect(Address address, InetAddress[] all, int index, Request request) {
        Future<HttpClientRequest> connected = client.request(options(address, all[index], request));
        return index + 1 == all.length
                ? connected
                : connected.recover(refused -> connect(address, all, index + 1, request));
    }

    private static RequestOptions options(Address address, InetAddress ip, Request request) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.body() == null ? HttpMethod.GET : HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(address.port(), ip.getHostAddress()))
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(address.tls())
                .setURI(address.path() + request.path())
                .setFollowRedirects(false)
                .putHeader("Accept", "application/json");
        return request.body() == null ? options : options.putHeader("Content-Type", "application/json");
    }

    private static void read(HttpClientResponse response, Address address, int most, CompletableFuture<Reply> result) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(cause -> result.completeExceptionally(NoReply.unreachable(address, cause)));
        response.handler(part -> {
            if (body.length() + part.length() > most) {
                result.completeExceptionally(NoReply.tooLarge(address, most));
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> result.complete(new Reply(
                response.statusCode(),
                Optional.ofNullable(response.getHeader("Retry-After")),
                Optional.ofNullable(response.getHeader("text2vec-fingerprint")),
                body.getBytes())));
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
