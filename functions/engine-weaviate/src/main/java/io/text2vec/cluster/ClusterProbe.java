package io.text2vec.cluster;

import io.quarkus.runtime.StartupEvent;
import io.text2vec.cluster.client.Port;
import io.text2vec.web.Starting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks Weaviate again and again whether it serves, so that this process is ready exactly while it does. */
@Singleton
final class ClusterProbe implements Starting {
    private static final long EVERY_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final String PATH = "/v1/.well-known/ready";

    private final ActiveCluster cluster;
    private final Vertx vertx;
    private volatile boolean ready;

    ClusterProbe(ActiveCluster cluster, Vertx vertx) {
        this.cluster = cluster;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent start) {
        if (cluster.there()) {
            ask();
        }
    }

    private void ask() {
        Port rest = cluster.parts().cluster().rest();
        rest.begin(HttpMethod.GET, PATH)
                .compose(request -> request.send()
                        .compose(response -> response.end().map(done -> response.statusCode()))
                        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                        .onFailure(late -> request.reset())) // or it would keep its connection from the calls that come
                .timeout(2 * PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .onComplete(status -> {
                    ready = status.succeeded() && status.result() == 200;
                    vertx.setTimer(EVERY_MILLIS, again -> ask());
                });
    }

    @Override
    public String name() {
        return "The nodes of Weaviate, WEAVIATE_URL,";
    }

    @Override
    public CompletableFuture<String> started() {
        return CompletableFuture.completedFuture("");
    }

    @Override
    public boolean ready() {
        return !cluster.there() || ready;
    }
}
