package io.text2vec.embedder;

import java.time.Duration;

/** Why a text has no vector. Closed, so that every door decides on a status for each case at compile time. */
public abstract sealed class EmbedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private EmbedException(String message, Throwable cause) {
        super(message, cause, false, cause != null);
    }

    /** The text or an option of it can't be embedded by this model and recipe; sending it again changes nothing. */
    public static final class BadInput extends EmbedException {
        private static final long serialVersionUID = 1;

        public BadInput(String message) {
            super(message, null);
        }
    }

    /** The text is longer than a single request may be. */
    public static final class TooLong extends EmbedException {
        private static final long serialVersionUID = 1;

        public TooLong(String message) {
            super(message, null);
        }
    }

    /** The queue is full; nothing was queued. */
    public static final class Busy extends EmbedException {
        private static final long serialVersionUID = 1;
        private final Duration retryAfter;

        /** @param retryAfter an estimate of when there is room again */
        public Busy(String message, Duration retryAfter) {
            super(message, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The model is not loaded yet, could not be loaded, or has been closed. */
    public static final class NotReady extends EmbedException {
        private static final long serialVersionUID = 1;

        public NotReady(String message) {
            super(message, null);
        }
    }

    /** There is no model in this process, by its settings; others make all vectors. */
    public static final class NoModel extends EmbedException {
        private static final long serialVersionUID = 1;

        public NoModel(String message) {
            super(message, null);
        }
    }

    /** The request waited longer than its deadline allows; its result was dropped. */
    public static final class DeadlinePassed extends EmbedException {
        private static final long serialVersionUID = 1;

        public DeadlinePassed(String message) {
            super(message, null);
        }
    }

    /** The tokenizer or the inference engine failed. */
    public static final class RuntimeFailed extends EmbedException {
        private static final long serialVersionUID = 1;

        public RuntimeFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
