package io.text2vec.web;

import java.util.concurrent.CompletableFuture;

/**
 * A part of the application that takes a while to start. Until all of them have, the function is not ready and says
 * nothing; if one fails, the process ends. Any number of beans.
 */
public interface Starting {

    /** What is starting, in words and in the plural, such as {@code The collections}. */
    String name();

    /** Completes with what the start's line tells of it, which may be empty; fails with why it can't start. */
    CompletableFuture<String> started();

    /** Whether it serves. */
    default boolean ready() {
        return started().isDone() && !started().isCompletedExceptionally();
    }
}
