package io.text2vec.runtime.batch;

/** What a run thread is to do next. */
sealed interface Job {

    /** Tokenise a text, so that it is known what to run and with whom. */
    record ToPlan(Text text) implements Job {}

    /** Run sequences. */
    record ToRun(Batch batch) implements Job {}
}
