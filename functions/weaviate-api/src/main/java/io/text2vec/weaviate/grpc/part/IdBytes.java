package io.text2vec.weaviate.grpc.part;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as 16 bytes, the most significant first. */
public final class IdBytes {
    private static final int LENGTH = 16;

    private IdBytes() {}

    public static ByteString of(UUID id) {
        byte[] bytes = new byte[LENGTH];
        ByteBuffer.wrap(bytes).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    /** @throws java.nio.BufferUnderflowException if there are fewer */
    public static UUID read(ByteString bytes) {
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
