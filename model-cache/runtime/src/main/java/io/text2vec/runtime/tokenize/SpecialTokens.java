package io.text2vec.runtime.tokenize;

import java.util.Arrays;

/**
 * The special tokens around a text, such as {@code [CLS]} and {@code [SEP]}.
 *
 * @param before ids in front; only read
 * @param after ids behind; only read
 */
public record SpecialTokens(long[] before, long[] after) {

    /** Reads them off one text's ids without and with them. */
    static SpecialTokens around(long[] content, long[] whole) {
        for (int start = 0; start + content.length <= whole.length; start++) {
            if (Arrays.equals(content, 0, content.length, whole, start, start + content.length)) {
                return new SpecialTokens(
                        Arrays.copyOfRange(whole, 0, start),
                        Arrays.copyOfRange(whole, start + content.length, whole.length));
            }
        }
        throw new IllegalArgumentException(
                "tokenizer.json changes a text's own tokens when it adds special ones; no known model does");
    }

    /** How many there are. */
    public int count() {
        return before.length + after.length;
    }

    /** The first {@code kept} ids of a text with the special tokens around them, in a new array. */
    public long[] wrap(long[] content, int kept) {
        long[] ids = new long[count() + kept];
        System.arraycopy(before, 0, ids, 0, before.length);
        System.arraycopy(content, 0, ids, before.length, kept);
        System.arraycopy(after, 0, ids, before.length + kept, after.length);
        return ids;
    }
}
