package io.text2vec.runtime.recipe;

import io.text2vec.embedder.EmbedException.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A long text's tokens in overlapping windows, each with the prompt in front.
 *
 * @param text the text's tokens without special ones
 * @param prompt the prompt's
 * @param width text tokens of a window
 * @param step text tokens between the starts of two windows
 */
record Windows(long[] text, long[] prompt, int width, int step) {
    private static final int OVERLAP = 32;

    /**
     * @param room tokens that a sequence has beside its special ones
     * @throws BadInput if the prompt leaves no room for a text
     */
    static Windows over(long[] text, long[] prompt, int room) {
        int width = room - prompt.length;
        if (width < 1) {
            throw new BadInput("The model's prompt has " + prompt.length + " tokens and fills the " + room
                    + " that a sequence takes; raise TEXT2VEC_MAX_TOKENS");
        }
        // Where a window is hardly longer than the overlap, half of it keeps windows few.
        return new Windows(text, prompt, width, width - Math.min(OVERLAP, width / 2));
    }

    int count() {
        return text.length <= width ? 1 : 1 + Math.ceilDiv(text.length - width, step);
    }

    /** Text tokens of a window, overlaps included. */
    int tokens(int window) {
        return Math.min(text.length, window * step + width) - window * step;
    }

    /** The tokens of each window, prompt included, special tokens not. */
    List<long[]> contents() {
        return IntStream.range(0, count())
                .mapToObj(window -> {
                    long[] content = Arrays.copyOf(prompt, prompt.length + tokens(window));
                    System.arraycopy(text, window * step, content, prompt.length, tokens(window));
                    return content;
                })
                .toList();
    }
}
