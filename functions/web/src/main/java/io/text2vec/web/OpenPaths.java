package io.text2vec.web;

import java.util.Set;

/** What watches a function, not what it does: answered without a token, and while it shuts down. */
final class OpenPaths {
    // Metrics are here because scrapers rarely carry the callers' tokens; they hold counts and no text. Who doesn't
    // want
    // them in public has the management interface (quarkus.management.enabled) or a rule in front.
    private static final Set<String> PATHS = Set.of(
            "/.well-known/live",
            "/.well-known/ready",
            "/q/metrics",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/grpc.health.v1.Health/Check",
            "/grpc.health.v1.Health/Watch");

    private OpenPaths() {}

    static boolean has(String normalizedPath) {
        return PATHS.contains(normalizedPath);
    }
}
