package io.text2vec.hub;

import java.time.Duration;
import java.util.Optional;

/** Why a name did not become a model on disk; each message says what to do. Closed, so that a caller can tell them apart. */
public abstract sealed class HubException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private HubException(String message, Throwable cause) {
        super(message, cause);
    }

    /** No model, no revision or no such variant by that name. */
    public static final class NotFound extends HubException {
        private static final long serialVersionUID = 1;

        NotFound(String message) {
            super(message, null);
        }
    }

    /** A model that is known and can't be used here. */
    public static final class NotSupported extends HubException {
        private static final long serialVersionUID = 1;

        public NotSupported(String message) {
            super(message, null);
        }

        NotSupported(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A setting or an option that is none. */
    public static final class BadSetting extends HubException {
        private static final long serialVersionUID = 1;

        public BadSetting(String message) {
            super(message, null);
        }
    }

    /** The hub wants to know who asks, or does not let him. */
    public static final class NotAllowed extends HubException {
        private static final long serialVersionUID = 1;

        NotAllowed(String message) {
            super(message, null);
        }
    }

    /** The hub asks for patience. */
    public static final class TooManyRequests extends HubException {
        private static final long serialVersionUID = 1;
        private final transient Optional<Duration> retryAfter;

        TooManyRequests(String message, Optional<Duration> retryAfter) {
            super(message, null);
            this.retryAfter = retryAfter;
        }

        /** When the hub wants to be asked again, if it said so. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** The hub can't be reached, breaks off or fails, again and again. */
    public static final class Unreachable extends HubException {
        private static final long serialVersionUID = 1;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What arrived is not what the hub announced. */
    public static final class Damaged extends HubException {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message, null);
        }
    }

    /** Needed files are not on this machine and nothing may be fetched. */
    public static final class Offline extends HubException {
        private static final long serialVersionUID = 1;

        Offline(String message) {
            super(message, null);
        }
    }

    /** The cache directory is full or can't be written. */
    public static final class NoRoom extends HubException {
        private static final long serialVersionUID = 1;

        NoRoom(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
