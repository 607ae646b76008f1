package io.text2vec.cluster.client;

/** No connection could be had: nothing was sent, and trying again is safe whatever it was. */
final class Unreached extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreached(Throwable why) {
        super(why.getMessage(), why, false, false);
    }
}
