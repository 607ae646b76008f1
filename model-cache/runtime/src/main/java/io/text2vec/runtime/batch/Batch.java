package io.text2vec.runtime.batch;

import io.text2vec.runtime.infer.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Sequences that share a run, and whose they are. Filled under the queue's lock, then owned by one run thread. */
final class Batch {
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int longest;
    private int tokens;

    /** @param index of the sequence in its text */
    record Row(Text text, int index) {}

    /** Whether one more sequence leaves the batch within so many tokens, padding included; the first one always does. */
    boolean fits(Sequence sequence, int maxTokens) {
        long padded = (rows.size() + 1L) * Math.max(longest, sequence.length());
        return rows.isEmpty() || padded <= maxTokens;
    }

    /** Takes a text's next sequence. */
    void take(Text text) {
        Sequence sequence = text.next();
        sequences.add(sequence);
        rows.add(new Row(text, text.take()));
        longest = Math.max(longest, sequence.length());
        tokens += sequence.length();
    }

    List<Sequence> sequences() {
        return sequences;
    }

    /** In the order of {@link #sequences()}. */
    List<Row> rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    /** Tokens without padding. */
    int tokens() {
        return tokens;
    }

    int padding() {
        return rows.size() * longest - tokens;
    }
}
