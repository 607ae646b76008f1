package io.text2vec.web.function;

import io.vertx.core.buffer.Buffer;

/**
 * How what a function takes and answers looks on the wire. A bean for each type of input that a method with {@code @Funq}
 * takes.
 *
 * @param <I> the method's parameter
 * @param <O> what its {@code Uni} comes to
 */
public interface FunctionForm<I, O> {

    Class<I> input();

    Class<O> output();

    /** What a body looks like, for the sender of an empty one. */
    String example();

    /**
     * Lets a caller in, or not. Whoever may call the vectorizer's doors has been let in before, except where a bean of
     * {@link io.text2vec.web.access.CollectionPaths} covers the function's path.
     *
     * @param authorization value of the header, or null
     */
    default void admit(String authorization) {}

    /**
     * Reads a body, on the event loop: what takes long is better read where the function works.
     *
     * @throws io.text2vec.web.Refusal if it is none
     */
    I read(byte[] body);

    /** Writes an answer in JSON, on the event loop. */
    Buffer write(O answer);
}
