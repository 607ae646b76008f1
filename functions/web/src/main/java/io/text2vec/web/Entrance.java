package io.text2vec.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** What every request passes before it comes to a door, in this order; and what answers it when it fails. */
@Singleton
public final class Entrance {
    /**
     * Order of a door's route: behind the entrance, before the framework's body handler, which other extensions may
     * bring into an application and which would read bodies as forms.
     */
    public static final int DOORS = Integer.MIN_VALUE + 1;

    private static final int FIRST = Integer.MIN_VALUE;

    private final RequestMetrics metrics;
    private final Drain drain;
    private final Tokens tokens;
    private final Body body;
    private final FailureAnswer failures;

    Entrance(RequestMetrics metrics, Drain drain, WebConfig config, Body body, FailureAnswer failures) {
        this.metrics = metrics;
        this.drain = drain;
        this.tokens = new Tokens(config.tokens());
        this.body = body;
        this.failures = failures;
    }

    void mount(@Observes Router router) {
        router.route()
                .order(FIRST)
                .handler(exchange -> metrics.time(router, exchange))
                .handler(drain::refuse)
                .handler(this::authenticate)
                .handler(body::announced)
                .failureHandler(failures::answer);
        router.errorHandler(404, failures::answer);
        router.errorHandler(405, exchange -> failures.answer(exchange, wrongMethod(router, exchange)));
    }

    private void authenticate(RoutingContext exchange) {
        if (!OpenPaths.has(exchange.normalizedPath())
                && !tokens.admit(exchange.request().getHeader("Authorization"))) {
            throw Refusal.unauthorized();
        }
        exchange.next();
    }

    private static Failure wrongMethod(Router router, RoutingContext exchange) {
        String door = RequestMetrics.doorOf(exchange);
        String allowed = router.getRoutes().stream()
                .filter(route -> door.equals(route.getPath()) && route.methods() != null)
                .map(Route::methods)
                .flatMap(methods -> methods.stream().map(HttpMethod::name))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Failure(405, "This path takes " + allowed + ".", Map.of("Allow", allowed));
    }
}
