package io.text2vec.weaviate.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.function.Function;

/**
 * A call with one message in and one out.
 *
 * @param path as in a request's head
 * @param work blocks, unless the right is {@link Right#OPEN}; throws a collection's failures
 */
public record Rpc<Q extends MessageLite>(String path, Right right, Parser<Q> parser, Function<Q, MessageLite> work) {

    /** Who may call, and on whose threads the work is done. */
    public enum Right {
        /** Everybody, on the event loop. */
        OPEN,
        READ,
        WRITE
    }

    /** Answers a message's bytes. */
    byte[] answer(Frame frame, int maxSize) {
        return work.apply(frame.read(parser, maxSize)).toByteArray();
    }
}
