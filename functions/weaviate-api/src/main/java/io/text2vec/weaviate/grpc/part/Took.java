package io.text2vec.weaviate.grpc.part;

/** How long an answer took, from the making of this. */
public final class Took {
    private static final float NANOS = 1e9f;

    private final long start = System.nanoTime();

    public float seconds() {
        return (System.nanoTime() - start) / NANOS;
    }
}
