package io.text2vec.weaviate.grpc;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.text2vec.collections.CollectionException.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * A message as it came.
 *
 * @param bytes nobody writes to them: the message that is read refers to them
 * @param encoding {@code identity} or {@code gzip}
 */
record Frame(String encoding, byte[] bytes) {
    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";

    /**
     * Reads the message. Not for an event loop: a message may be large.
     *
     * @throws CallRefused if it is longer than the limit, or its encoding unknown
     * @throws Invalid if it is no such message
     */
    <Q extends MessageLite> Q read(Parser<Q> parser, int maxSize) {
        byte[] plain =
                switch (encoding) {
                    case IDENTITY -> bytes;
                    case GZIP -> unzip(maxSize);
                    default -> throw CallRefused.encoding(encoding);
                };
        try {
            CodedInputStream in = CodedInputStream.newInstance(plain);
            in.enableAliasing(true); // vectors are read from the message's bytes, without a copy between
            Q message = parser.parseFrom(in);
            in.checkLastTagWas(0);
            return message;
        } catch (InvalidProtocolBufferException notOne) {
            throw new Invalid("The bytes are not a message of this call.");
        }
    }

    private byte[] unzip(int maxSize) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(maxSize);
            if (in.read() >= 0) {
                throw CallRefused.tooLarge(maxSize);
            }
            return plain;
        } catch (IOException notGzip) {
            throw new Invalid("The message is marked as gzip and can't be unpacked.");
        }
    }
}
