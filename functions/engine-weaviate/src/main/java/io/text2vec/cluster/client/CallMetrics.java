package io.text2vec.cluster.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.text2vec.web.WorkTimes;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * {@code text2vec_weaviate_calls_seconds{port,status}}: requests to Weaviate by {@code rest} or {@code grpc}, and their time to
 * the head of the answer. The status is HTTP's, which is 200 for nearly all of gRPC; {@code unreached} had no connection,
 * {@code broken} lost it.
 */
final class CallMetrics {
    private static final Duration[] TIMES = WorkTimes.bounds();

    private final MeterRegistry registry;
    private final String port;

    CallMetrics(MeterRegistry registry, String port) {
        this.registry = registry;
        this.port = port;
    }

    Future<HttpClientRequest> timed(Supplier<Future<HttpClientRequest>> begin) {
        long start = System.nanoTime();
        return begin.get()
                .onSuccess(request -> request.response().onComplete(answer -> record(statusOf(answer), start)))
                .onFailure(why -> record("unreached", start));
    }

    private static String statusOf(AsyncResult<HttpClientResponse> answer) {
        return answer.succeeded() ? Integer.toString(answer.result().statusCode()) : "broken";
    }

    private void record(String status, long start) {
        Timer.builder("text2vec.weaviate.calls")
                .description("Requests to Weaviate by port and HTTP status, to the head of the answer")
                .tag("port", port)
                .tag("status", status)
                .serviceLevelObjectives(TIMES)
                .register(registry)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
}
