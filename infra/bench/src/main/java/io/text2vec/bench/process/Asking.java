package io.text2vec.bench.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks a server that may not be there yet; plain sockets, since an HTTP client's own start would be measured too. */
final class Asking {
    /** Short against a start of hundreds of milliseconds, long against what an attempt costs. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final int port;

    Asking(int port) {
        this.port = port;
    }

    /**
     * Tries once.
     *
     * @return the body of the answer, or null after a pause if nobody listens yet or the model is not ready
     * @throws IOException if the answer is neither 200 nor 503
     */
    String once(String text) throws IOException {
        String body = "{\"text\":\"" + text + "\"}";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("POST /vectors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.startsWith("HTTP/1.1 200")) {
                return answer.substring(answer.indexOf("\r\n\r\n") + 4);
            }
            if (!answer.startsWith("HTTP/1.1 503")) {
                throw new IOException("Expected a vector, got: " + answer);
            }
        } catch (ConnectException e) {
            // Nobody listens yet: that is what the pause is for.
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        return null;
    }
}
