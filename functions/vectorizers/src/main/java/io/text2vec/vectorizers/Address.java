package io.text2vec.vectorizers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a vectorizer is.
 *
 * @param host in lower case; an IPv6 address without its brackets
 * @param port its own, or the scheme's
 * @param path what stands before the vectorizer's own paths; empty, or with a slash at its beginning alone
 */
record Address(boolean tls, String host, int port, String path) {

    /**
     * Reads one.
     *
     * @param where names it in a message
     * @throws IllegalArgumentException if it isn't one, saying what is wrong
     */
    static Address parse(String url, String where) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw wrong(where);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        boolean known = tls || scheme.equals("http");
        boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
        if (!known || uri.getHost() == null || more || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw wrong(where);
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        return new Address(tls, host(uri.getHost()), port, path(uri.getRawPath()));
    }

    private static IllegalArgumentException wrong(String where) {
        return new IllegalArgumentException(
                where
                        + " must be an address like http://host:8080, with http or https and without user, query and fragment.");
    }

    /** One spelling for each host. */
    static String host(String written) {
        String host = written.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String path(String raw) {
        String path = raw == null ? "" : raw;
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path;
    }

    /** Host and port, as they stand in an address. */
    String name() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
