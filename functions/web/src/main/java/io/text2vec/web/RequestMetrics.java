package io.text2vec.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * {@code text2vec_requests_seconds{door,status}}: requests, by path and HTTP status, and how long they took from their
 * head to the end of the answer. Paths without a door count together as {@code none}; status {@code gone} is a client
 * that did not wait.
 */
@Singleton
public final class RequestMetrics {
    private static final String DOOR = RequestMetrics.class.getName();
    private static final String STATUS = DOOR + ".status";
    private static final String NONE = "none";
    private static final Duration[] TIMES = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private volatile Set<String> doors; // read from the router at the first request, when all doors are mounted

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void time(Router router, RoutingContext exchange) {
        long start = System.nanoTime();
        exchange.put(DOOR, find(router, exchange.normalizedPath()));
        exchange.addEndHandler(end -> {
            // On HTTP/2 the last of an answer closes its stream, and that is heard of as a failure, before its end.
            boolean answered = end.succeeded() || exchange.response().ended();
            String status = answered ? statusOf(exchange) : "gone";
            Timer.builder("text2vec.requests")
                    .description("Requests by door and status")
                    .tag("door", doorOf(exchange))
                    .tag("status", status)
                    .serviceLevelObjectives(TIMES)
                    .register(registry)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        });
        exchange.next();
    }

    /** Says which door a request is for, where its path holds more than the door's name. */
    public static void at(RoutingContext exchange, String door) {
        exchange.put(DOOR, door);
    }

    /** Says how a request ended, where HTTP's status doesn't: gRPC has names for that. */
    public static void ended(RoutingContext exchange, String status) {
        exchange.put(STATUS, status);
    }

    private static String statusOf(RoutingContext exchange) {
        String told = exchange.get(STATUS);
        return told == null ? Integer.toString(exchange.response().getStatusCode()) : told;
    }

    /** The path of the door that a request is for, or {@code none}. */
    static String doorOf(RoutingContext exchange) {
        String door = exchange.get(DOOR);
        return door == null ? NONE : door;
    }

    private String find(Router router, String path) {
        if (doors == null) {
            Set<String> mounted = new HashSet<>();
            for (Route route : router.getRoutes()) {
                if (route.isExactPath()) {
                    mounted.add(route.getPath());
                }
            }
            doors = mounted;
        }
        String door = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return doors.contains(door) || OpenPaths.has(door) ? door : NONE;
    }
}
