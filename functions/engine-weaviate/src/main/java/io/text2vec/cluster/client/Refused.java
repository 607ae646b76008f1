package io.text2vec.cluster.client;

/** Weaviate refused what had to be asked on the way; its answer is the answer. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient RestReply reply;

    public Refused(RestReply reply) {
        super("Weaviate answered %d: %s".formatted(reply.status(), reply.body()), null, false, false);
        this.reply = reply;
    }

    public RestReply reply() {
        return reply;
    }
}
