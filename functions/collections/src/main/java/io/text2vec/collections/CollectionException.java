package io.text2vec.collections;

import java.time.Duration;

/** Why something asked of a collection was not done. Closed, so that every door decides on a status for each case. */
public abstract sealed class CollectionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CollectionException(String message, Throwable cause) {
        super(message, cause, false, cause != null);
    }

    /** What was asked for makes no sense here; asking again changes nothing. */
    public static final class Invalid extends CollectionException {
        private static final long serialVersionUID = 1;

        public Invalid(String message) {
            super(message, null);
        }
    }

    /** The collection, object or tenant does not exist. */
    public static final class NotFound extends CollectionException {
        private static final long serialVersionUID = 1;

        public NotFound(String message) {
            super(message, null);
        }
    }

    /** Weaviate has it and this does not, or not yet; the message names it. */
    public static final class Unsupported extends CollectionException {
        private static final long serialVersionUID = 1;

        public Unsupported(String message) {
            super(message, null);
        }
    }

    /** Too much at once; nothing was done. */
    public static final class Busy extends CollectionException {
        private static final long serialVersionUID = 1;
        private final Duration retryAfter;

        public Busy(String message, Duration retryAfter) {
            super(message, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Starting or stopping. */
    public static final class NotReady extends CollectionException {
        private static final long serialVersionUID = 1;

        public NotReady(String message) {
            super(message, null);
        }
    }

    /** No vector could be made; the cause is the embedder's failure. */
    public static final class NoVector extends CollectionException {
        private static final long serialVersionUID = 1;

        public NoVector(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The storage failed or is damaged; the message says what to do. */
    public static final class EngineFailed extends CollectionException {
        private static final long serialVersionUID = 1;

        public EngineFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
