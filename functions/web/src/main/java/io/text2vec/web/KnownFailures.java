package io.text2vec.web;

import java.util.Optional;

/** What the exceptions of a library mean to clients. Any number of beans; the first that knows one decides. */
public interface KnownFailures {

    Optional<Failure> of(Throwable thrown);
}
