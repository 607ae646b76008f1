package io.text2vec.web;

import io.quarkus.arc.All;
import io.text2vec.web.access.Access;
import io.text2vec.web.access.CollectionPaths;
import io.text2vec.web.trace.Trace;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What every request passes before it comes to a door, in this order; and what answers it when it fails. */
@Singleton
public final class Entrance {
    /** Order of what stands before the doors, and takes what would come to some of them. */
    public static final int BEFORE_DOORS = Integer.MIN_VALUE + 1;

    /**
     * Order of a door's route: behind the entrance, before the framework's body handler, which other extensions may
     * bring into an application and which would read bodies as forms.
     */
    public static final int DOORS = Integer.MIN_VALUE + 2;

    private static final int FIRST = Integer.MIN_VALUE;

    private final RequestMetrics metrics;
    private final Drain drain;
    private final Tokens tokens;
    private final Access access;
    private final List<CollectionPaths> collections;
    private final Body body;
    private final FailureAnswer failures;

    Entrance(
            RequestMetrics metrics,
            Drain drain,
            WebConfig config,
            Access access,
            @All List<CollectionPaths> collections,
            Body body,
            FailureAnswer failures) {
        this.metrics = metrics;
        this.drain = drain;
        this.tokens = new Tokens(config.tokens());
        this.access = access;
        this.collections = collections;
        this.body = body;
        this.failures = failures;
    }

    void mount(@Observes Router router) {
        router.route()
                .order(FIRST)
                .handler(Entrance::trace)
                .handler(exchange -> metrics.time(router, exchange))
                .handler(drain::refuse)
                .handler(this::authenticate)
                .handler(body::announced)
                .failureHandler(failures::answer);
        router.errorHandler(404, exchange -> failures.answer(exchange, unmatched(router, exchange)));
        router.errorHandler(400, exchange -> failures.answer(exchange, Failure.ofStatus(400)));
    }

    private static void trace(RoutingContext exchange) {
        Trace.of(exchange.request().headers()).enter();
        exchange.next();
    }

    private void authenticate(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (!OpenPaths.has(path) && collections.stream().noneMatch(paths -> paths.cover(path))) {
            requireToken(exchange.request().getHeader("Authorization"));
        }
        exchange.next();
    }

    /** The vectorizer's doors take a token of theirs or an API key, and are open only where there is neither. */
    private void requireToken(String authorization) {
        boolean open = tokens.isEmpty() && !access.hasKeys();
        boolean token = !tokens.isEmpty() && tokens.admit(authorization);
        if (!open && !token && !access.knows(authorization)) {
            throw Refusal.unauthorized();
        }
    }

    // The router's own 405 is lost as soon as any later route looks at the request, as the framework's do.
    private static Failure unmatched(Router router, RoutingContext exchange) {
        String door = RequestMetrics.doorOf(exchange);
        Set<String> allowed = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            if (door.equals(route.getPath()) && route.methods() != null) {
                route.methods().forEach(method -> allowed.add(method.name()));
            }
        }
        if (allowed.isEmpty() || allowed.contains(exchange.request().method().name())) {
            return Failure.ofStatus(404);
        }
        String list = String.join(", ", allowed);
        return new Failure(405, "This path takes " + list + ".", Map.of("Allow", list));
    }
}
