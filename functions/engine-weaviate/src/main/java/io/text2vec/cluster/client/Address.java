package io.text2vec.cluster.client;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where one of Weaviate's ports is.
 *
 * @param setting the one that says so
 */
public record Address(String setting, String host, int port, boolean tls) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @throws IllegalArgumentException if it is no such URL, naming the setting */
    public static Address of(String setting, String url) {
        try {
            URI uri = new URI(url.strip());
            boolean tls = "https".equals(uri.getScheme());
            boolean path = uri.getRawPath() != null
                    && !uri.getRawPath().isEmpty()
                    && !uri.getRawPath().equals("/");
            if ((tls || "http".equals(uri.getScheme())) && uri.getHost() != null && !path) {
                return new Address(setting, uri.getHost(), uri.getPort() < 0 ? tls ? HTTPS : HTTP : uri.getPort(), tls);
            }
        } catch (URISyntaxException none) {
            // told below
        }
        throw new IllegalArgumentException(setting + " must be http:// or https://, a host and a port, without a path");
    }

    /** Another port of the same host, by the same setting. */
    public Address at(int other) {
        return new Address(setting, host, other, tls);
    }

    @Override
    public String toString() {
        return "%s://%s:%d".formatted(tls ? "https" : "http", host, port);
    }
}
