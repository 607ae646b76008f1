package io.text2vec.hub;

import java.util.Locale;

/** Counts of bytes as people read them, in powers of ten as the hub shows them. */
public final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    /** Three digits at most, such as {@code 90.9 MB}. */
    public static String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || size >= 99.95 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }
}
