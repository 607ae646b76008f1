package io.text2vec.weaviate.grpc;

import io.vertx.grpc.common.GrpcStatus;

/** Thrown for what is wrong with a call as such, whatever it asks for. */
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final GrpcStatus status;

    private CallRefused(GrpcStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    GrpcStatus status() {
        return status;
    }

    /** One that somebody else refused. */
    public static CallRefused of(GrpcStatus status, String sentence) {
        return new CallRefused(status, sentence);
    }

    static CallRefused unknown(String path) {
        return new CallRefused(GrpcStatus.UNIMPLEMENTED, "There is no call " + path + ".");
    }

    static CallRefused unsupported(String sentence) {
        return new CallRefused(GrpcStatus.UNIMPLEMENTED, sentence);
    }

    static CallRefused encoding(String encoding) {
        return new CallRefused(
                GrpcStatus.UNIMPLEMENTED, "Messages may be packed with gzip or not at all, not with " + encoding + ".");
    }

    static CallRefused tooLarge(int maxSize) {
        return new CallRefused(
                GrpcStatus.RESOURCE_EXHAUSTED,
                "A message may have " + maxSize + " bytes; send less at once, or raise GRPC_MAX_MESSAGE_SIZE.");
    }

    static CallRefused replyTooLarge(int size, int maxSize) {
        return new CallRefused(
                GrpcStatus.RESOURCE_EXHAUSTED,
                "The answer has %d bytes, and a message may have %d; ask for fewer objects or less of them."
                        .formatted(size, maxSize));
    }

    static CallRefused tooMany(int calls) {
        return new CallRefused(
                GrpcStatus.RESOURCE_EXHAUSTED,
                calls + " calls are under way, as many as may be; come again, or raise TEXT2VEC_CALLS.");
    }

    static CallRefused noSpace() {
        return new CallRefused(
                GrpcStatus.RESOURCE_EXHAUSTED,
                "The messages under way fill the memory for them; come again, or raise TEXT2VEC_BODIES.");
    }

    static CallRefused noSpaceEver(int bytes, long most) {
        return new CallRefused(
                GrpcStatus.RESOURCE_EXHAUSTED,
                "A message of %d bytes is more than streams may have in memory, %d; send less at once, or raise TEXT2VEC_BODIES."
                        .formatted(bytes, most));
    }

    static CallRefused tooSlow(int bytes) {
        return new CallRefused(
                GrpcStatus.DEADLINE_EXCEEDED,
                "A message of %d bytes was announced and has not come; send it again.".formatted(bytes));
    }

    static CallRefused notOneMessage() {
        return new CallRefused(GrpcStatus.INVALID_ARGUMENT, "This call takes one message.");
    }
}
