package io.text2vec.web;

import java.util.Map;

/** Thrown by a door that can't make anything of a request. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    public Refusal(Failure failure) {
        super(failure.sentence(), null, false, false); // expected, so without a stack
        this.failure = failure;
    }

    /** A body that can't be read at all. */
    public static Refusal malformed(String sentence) {
        return new Refusal(new Failure(400, sentence));
    }

    /** A body that can be read and says something else than the contract. */
    public static Refusal unprocessable(String sentence) {
        return new Refusal(new Failure(422, sentence));
    }

    static Refusal tooLarge(long limit) {
        return new Refusal(new Failure(
                413,
                "The body is larger than the " + limit + " bytes this function takes.",
                Map.of("Connection", "close"))); // what is still to come of the body is not read
    }

    static Refusal noSpace() {
        return new Refusal(Failure.busy(
                "The bodies of requests under way fill the memory for them; come again, or raise TEXT2VEC_BODIES."));
    }

    static Refusal unauthorized() {
        return new Refusal(new Failure(
                401,
                "This function needs the header Authorization: Bearer with one of its allowed tokens.",
                Map.of("WWW-Authenticate", "Bearer")));
    }

    static Refusal draining() {
        return new Refusal(Failure.unavailable("The function is shutting down."));
    }

    public Failure failure() {
        return failure;
    }
}
