package io.text2vec.web.trace;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a call belongs to, as W3C's Trace Context has it. This process records no spans of its own: it sends on
 * the caller's as the parent, so that what others record hangs together, and begins a trace where none came.
 *
 * @param id 32 hexadecimal digits, the same in all processes
 * @param span 16 of them, the caller's
 * @param flags two of them; 01 says that the caller records
 * @param state what tracing systems send each other, as it came
 */
public record Trace(String id, String span, String flags, Optional<String> state) {
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final String NOT_RECORDED = "00";

    /** Version, trace, span, flags; a later version may have more behind them. All zeros are no trace and no span. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final String FIRST_VERSION = "00";

    private static final ScopedValue<Trace> OF_THREAD = ScopedValue.newInstance();

    /** The trace of a request's headers; a new one where they name none, or not as the standard wants it. */
    public static Trace of(MultiMap headers) {
        String parent = headers.get(PARENT);
        Matcher form = FORM.matcher(parent == null ? "" : parent);
        boolean known =
                form.matches() && (form.group(5) == null || !form.group(1).equals(FIRST_VERSION));
        if (!known) {
            return new Trace(digits() + digits(), digits(), NOT_RECORDED, Optional.empty());
        }
        String state = String.join(",", headers.getAll(STATE));
        return new Trace(
                form.group(2), form.group(3), form.group(4), Optional.of(state).filter(some -> !some.isEmpty()));
    }

    /** The trace of what this thread does, on an event loop or as carried work. */
    public static Optional<Trace> current() {
        if (OF_THREAD.isBound()) {
            return Optional.of(OF_THREAD.get());
        }
        // A loop's own context is everybody's, and the framework forbids to ask it for what is of one call.
        boolean ofCall = Vertx.currentContext() instanceof ContextInternal context && context.isDuplicate();
        return Optional.ofNullable(ofCall ? Vertx.currentContext().getLocal(Trace.class) : null);
    }

    /** Makes this the trace of the request whose handler runs: each has a context of its own. */
    public void enter() {
        Vertx.currentContext().putLocal(Trace.class, this);
    }

    /** The same work, which on whatever thread has the trace of this one. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        return current()
                .map(trace ->
                        (Supplier<T>) () -> ScopedValue.where(OF_THREAD, trace).call(work::get))
                .orElse(work);
    }

    /** Writes the headers of a call that belongs to the trace, in place of those that are there. */
    public void write(MultiMap headers) {
        headers.set(PARENT, "00-" + id + "-" + span + "-" + flags);
        headers.remove(STATE);
        state.ifPresent(some -> headers.set(STATE, some));
    }

    private static String digits() {
        // It may be guessed: it only has to differ from others.
        long number = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(number == 0 ? 1 : number);
    }
}
