package io.text2vec.runtime.source;

/** A model that can't be used as it is: what was expected, what was found, which setting to change. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
