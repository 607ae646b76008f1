package io.text2vec.cluster.client;

import io.vertx.core.buffer.Buffer;

/** A message in gRPC's frame: one byte that says whether it is packed, four for its length, most significant first. */
final class Message {
    private static final int HEAD = 5;

    private Message() {}

    static Buffer frame(byte[] message) {
        return Buffer.buffer(HEAD + message.length)
                .appendByte((byte) 0)
                .appendInt(message.length)
                .appendBytes(message);
    }

    /** @throws IllegalStateException if it is not one whole message that is not packed */
    static byte[] unframe(Buffer frame) {
        if (frame.length() < HEAD || frame.getByte(0) != 0 || frame.getInt(1) != frame.length() - HEAD) {
            throw new IllegalStateException("not one plain message");
        }
        return frame.getBytes(HEAD, frame.length());
    }
}
