package io.text2vec.cluster.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.text2vec.collections.CollectionException.Busy;
import io.text2vec.collections.CollectionException.NotReady;
import io.text2vec.web.trace.Trace;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One of Weaviate's ports, with the connections to it. For any thread. */
public final class Port {
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** Requests that may wait for a connection, for each that has one. */
    private static final int WAITING = 16;

    private static final int CALL_CONNECTIONS = 4;
    private static final int CALLS_OF_A_CONNECTION = 256;

    /** How much of an answer may be on its way before it is read. */
    private static final int WINDOW = 8 << 20;

    private final Address address;
    private final Duration deadline;
    private final HttpClient client;
    private final Repeats repeats;
    private final CallMetrics metrics;

    private Port(Address address, Duration deadline, HttpClient client, Repeats repeats, CallMetrics metrics) {
        this.address = address;
        this.deadline = deadline;
        this.client = client;
        this.repeats = repeats;
        this.metrics = metrics;
    }

    static Port rest(Vertx vertx, Address address, Duration deadline, int connections, MeterRegistry registry) {
        HttpClientOptions options = options(address)
                .setMaxWaitQueueSize(WAITING * connections)
                .setKeepAliveTimeout(30) // less than Weaviate's own, so that it is never closed under a request
                .setDecompressionSupported(false);
        return new Port(
                address,
                deadline,
                vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections)),
                new Repeats(vertx),
                new CallMetrics(registry, "rest"));
    }

    static Port grpc(Vertx vertx, Address address, Duration deadline, MeterRegistry registry) {
        HttpClientOptions options = options(address)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(address.tls())
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MultiplexingLimit(CALLS_OF_A_CONNECTION)
                .setHttp2ConnectionWindowSize(2 * WINDOW)
                .setInitialSettings(new Http2Settings().setInitialWindowSize(WINDOW))
                .setMaxWaitQueueSize(WAITING * CALLS_OF_A_CONNECTION);
        return new Port(
                address,
                deadline,
                vertx.createHttpClient(options, new PoolOptions().setHttp2MaxSize(CALL_CONNECTIONS)),
                new Repeats(vertx),
                new CallMetrics(registry, "grpc"));
    }

    private static HttpClientOptions options(Address address) {
        return new HttpClientOptions()
                .setDefaultHost(address.host())
                .setDefaultPort(address.port())
                .setSsl(address.tls())
                .setConnectTimeout(CONNECT_MILLIS);
    }

    /**
     * Begins a request; tries again while there is no connection, since nothing is sent then. It fails when nothing comes
     * for as long as an answer may take.
     *
     * @param uri path and query, as they go over the wire
     */
    public Future<HttpClientRequest> begin(HttpMethod method, String uri) {
        return begin(method, uri, deadline);
    }

    /** The same for a stream, which may be silent. */
    public Future<HttpClientRequest> beginStream(HttpMethod method, String uri) {
        return begin(method, uri, Duration.ZERO);
    }

    /** The same with another time; zero is for ever. */
    Future<HttpClientRequest> begin(HttpMethod method, String uri, Duration silence) {
        RequestOptions options =
                new RequestOptions().setMethod(method).setURI(uri).setIdleTimeout(silence.toMillis());
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        Trace.current().ifPresent(trace -> trace.write(headers));
        options.setHeaders(headers);
        return metrics.timed(() -> repeats.of(
                () -> client.request(options).recover(why -> Future.failedFuture(unreached(why))),
                Unreached.class::isInstance));
    }

    private static Throwable unreached(Throwable why) {
        return why instanceof ConnectionPoolTooBusyException ? why : new Unreached(why);
    }

    /** Does again what may be done again when a connection breaks. */
    <T> Future<T> repeated(Supplier<Future<T>> attempt, Predicate<Throwable> again) {
        return repeats.of(attempt, again);
    }

    /** What a failure of a request means to whoever asked. */
    public RuntimeException meaning(Throwable thrown) {
        return switch (thrown) {
            case Unreached why ->
                new NotReady("Weaviate at %s (%s) can't be reached: %s."
                        .formatted(address, address.setting(), why.getMessage()));
            case ConnectionPoolTooBusyException _ ->
                new Busy(
                        "As many requests as may wait are waiting for a connection to Weaviate; come again, or raise"
                                + " TEXT2VEC_WEAVIATE_CONNECTIONS.",
                        COME_AGAIN);
            case TimeoutException _ -> new TooSlow(address, deadline);
            case CallEnded known -> known;
            default ->
                new NotReady(
                        "The connection to Weaviate at %s (%s) broke; what was asked may have been done or not: %s."
                                .formatted(address, address.setting(), thrown.getMessage()));
        };
    }

    Duration deadline() {
        return deadline;
    }

    void close() {
        client.close();
    }
}
