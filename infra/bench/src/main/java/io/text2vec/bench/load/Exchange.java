package io.text2vec.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection of the load client: sends a request, then reads the answer by its Content-Length without
 * looking into it.
 */
final class Exchange {
    private static final int LARGEST_ANSWER = 1 << 18;
    private static final String LENGTH = "\r\ncontent-length:";

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
    private int expected = -1;
    long sentAt;

    Exchange(SocketChannel channel) {
        this.channel = channel;
    }

    /** Writes a whole request; it is small, so the socket's buffer takes it nearly always at once. */
    void send(ByteBuffer request) throws IOException {
        in.clear();
        expected = -1;
        sentAt = System.nanoTime();
        ByteBuffer out = request.duplicate();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /**
     * Reads what there is.
     *
     * @return whether the answer is complete
     * @throws IOException if it is no 200, has no Content-Length, or the server hung up
     */
    boolean receive() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("The server closed a connection");
        }
        if (expected < 0) {
            parseHead();
        }
        return expected >= 0 && in.position() >= expected;
    }

    private void parseHead() throws IOException {
        int end = endOfHead();
        if (end < 0) {
            return;
        }
        String head = new String(in.array(), 0, end, StandardCharsets.ISO_8859_1);
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (!head.startsWith("HTTP/1.1 200") || at < 0) {
            throw new IOException(
                    "Expected a 200 with a Content-Length, got: " + head.lines().toList());
        }
        int from = at + LENGTH.length();
        int to = head.indexOf('\r', from);
        expected = end + Integer.parseInt(head.substring(from, to).strip());
        if (expected > LARGEST_ANSWER) {
            throw new IOException("An answer of " + expected + " bytes is more than a vector has");
        }
    }

    /** Index behind the empty line that ends the head, or -1 if it hasn't come yet. */
    private int endOfHead() {
        byte[] bytes = in.array();
        for (int i = 3; i < in.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }
}
