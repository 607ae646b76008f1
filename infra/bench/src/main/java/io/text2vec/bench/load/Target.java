package io.text2vec.bench.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A server that makes vectors, and how it is asked.
 *
 * @param protocol of its interface
 * @param host name or address
 * @param port of HTTP without TLS
 */
public record Target(Protocol protocol, String host, int port) {

    /** An interface that takes one text a request. */
    public enum Protocol {
        /** Weaviate's text2vec-transformers. */
        VECTORS("/vectors", "{\"text\":\"%s\"}"),
        /** text-embeddings-inference. */
        EMBED("/embed", "{\"inputs\":\"%s\"}"),
        /** OpenAI's. */
        EMBEDDINGS("/v1/embeddings", "{\"input\":\"%s\",\"model\":\"any\"}");

        private final String path;
        private final String body;

        Protocol(String path, String body) {
            this.path = path;
            this.body = body;
        }
    }

    /** One of this project's on the loopback interface. */
    public static Target local(int port) {
        return new Target(Protocol.VECTORS, "127.0.0.1", port);
    }

    /**
     * @param url such as {@code http://127.0.0.1:8080/embed}; its path tells the protocol
     * @throws IllegalArgumentException if it has another scheme or path
     */
    public static Target parse(String url) {
        URI uri = URI.create(url);
        for (Protocol protocol : Protocol.values()) {
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && protocol.path.equals(uri.getPath())) {
                return new Target(protocol, uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
            }
        }
        throw new IllegalArgumentException(
                "Expected http://HOST:PORT and /vectors, /embed or /v1/embeddings behind it, got " + url);
    }

    /** The same as {@link #parse} takes. */
    public String url() {
        return "http://" + host + ":" + port + protocol.path;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    /** @param text without characters that JSON escapes */
    ByteBuffer request(String text) {
        String body = protocol.body.formatted(text);
        byte[] bytes = ("POST " + protocol.path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
