package io.text2vec.cluster.client;

import java.util.Optional;
import java.util.function.Supplier;

/** Whose credentials Weaviate sees: those of this process, or of the caller whose work a thread does. */
public final class Credentials {
    /** The header {@code Authorization} of the caller; empty if there was none. */
    private static final ScopedValue<String> CALLER = ScopedValue.newInstance();

    private static final String NONE = "";

    private final boolean asCaller;
    private final Optional<String> own;

    Credentials(boolean asCaller, Optional<String> apiKey) {
        this.asCaller = asCaller;
        own = apiKey.map(key -> "Bearer " + key);
    }

    /**
     * Does work for a caller.
     *
     * @param authorization his header, or null
     */
    public static <T> T with(String authorization, Supplier<T> work) {
        return ScopedValue.where(CALLER, authorization == null ? NONE : authorization)
                .call(work::get);
    }

    /** Whether a caller's are to be sent and this thread's work is no caller's. */
    public boolean lackCaller() {
        return asCaller && !CALLER.isBound();
    }

    /** The header to send for the caller of this thread's work. */
    Optional<String> ofThread() {
        return of(CALLER.orElse(NONE));
    }

    /**
     * The header to send.
     *
     * @param caller the header that came, or null
     */
    public Optional<String> of(String caller) {
        return asCaller ? Optional.ofNullable(caller).filter(header -> !header.isEmpty()) : own;
    }
}
