package io.text2vec.cluster.client;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;

/** Which headers go on: all but those of one connection, of the trace, and who calls. */
public final class Headers {
    private static final Set<String> OF_A_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "host",
            "traceparent", // these two are written anew by the port
            "tracestate");

    private static final String AUTHORIZATION = "authorization";

    private Headers() {}

    /** Copies those of a request, with the credentials that Weaviate is to see in place of the caller's. */
    public static void request(MultiMap from, MultiMap to, Credentials credentials) {
        copy(from, to);
        to.remove(AUTHORIZATION);
        credentials.of(from.get(AUTHORIZATION)).ifPresent(header -> to.set(AUTHORIZATION, header));
    }

    /** Copies those of an answer. */
    public static void copy(MultiMap from, MultiMap to) {
        for (var header : from) {
            String name = header.getKey();
            if (!name.startsWith(":") && !OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                to.add(name, header.getValue());
            }
        }
    }
}
