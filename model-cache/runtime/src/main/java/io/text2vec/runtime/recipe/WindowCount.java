package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedException.TooLong;

/** The bound on what one text may cost. */
final class WindowCount {
    private WindowCount() {}

    static void check(int windows, int max) {
        if (windows > max) {
            throw new TooLong("The text makes " + windows + " windows; a request may have " + max
                    + ". Send it in parts, or set TEXT2VEC_LONG_TEXT=truncate");
        }
    }
}
