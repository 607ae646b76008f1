package io.text2vec.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far something is, on the error output: a bar in one line that is drawn again and again where that is a terminal, else a
 * plain line now and then. Safe for use by many threads.
 */
final class Progress {
    private static final long NANOS = 1_000_000_000;
    private static final long REDRAW = NANOS / 10;
    private static final long PLAIN_LINE = 5 * NANOS;
    private static final int WIDTH = 24;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long start;
    private long drawn;
    private int length;

    /** @param clock nanoseconds that only grow */
    Progress(PrintWriter out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.drawn = start;
    }

    static Progress onErrors(PrintWriter out) {
        return new Progress(out, System.console() != null && System.console().isTerminal(), System::nanoTime);
    }

    /** Seconds since it began; never 0. */
    double seconds() {
        return Math.max(1, clock.getAsLong() - start) / (double) NANOS;
    }

    /**
     * Tells how far it is, unless it was told just now.
     *
     * @param part of the whole, from 0 to 1; negative if the whole is not known
     * @param words what is done so far
     */
    synchronized void at(double part, String words) {
        long now = clock.getAsLong();
        if (now - drawn < (terminal ? REDRAW : PLAIN_LINE)) {
            return;
        }
        drawn = now;
        String percent = part < 0 ? "" : String.format(Locale.ROOT, "%3d %% ", (int) (Math.min(1, part) * 100));
        if (terminal) {
            draw(percent + (part < 0 ? "" : bar(part)) + words);
        } else {
            out.println(percent + words);
            out.flush();
        }
    }

    /** A line that stays. */
    synchronized void line(String text) {
        erase();
        out.println(text);
        out.flush();
    }

    /** Leaves nothing of the bar. */
    synchronized void erase() {
        if (length > 0) {
            out.print("\r" + " ".repeat(length) + "\r");
            out.flush();
            length = 0;
        }
    }

    private void draw(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, length - text.length())));
        out.flush();
        length = text.length();
    }

    private static String bar(double part) {
        int full = (int) (Math.min(1, part) * WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] ";
    }
}
