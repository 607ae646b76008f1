package io.text2vec.lucene.document;

import io.text2vec.collections.object.Value;
import java.util.List;

/** How long values are, in the sense of the contract. */
final class Lengths {
    /** Of a value that has no length, and so is never empty. */
    static final long NONE = -1;

    private Lengths() {}

    /** Characters of a text, elements of a list, else {@link #NONE}. */
    static long of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text.codePointCount(0, text.length());
            case Value.Many(List<Value> all) -> all.size();
            case Value.References(List<Value.Beacon> all) -> all.size();
            default -> NONE;
        };
    }
}
