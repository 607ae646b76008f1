package io.text2vec.runtime.recipe;

import io.text2vec.runtime.infer.Sequence;
import java.util.List;

/**
 * How one text becomes its vector: what to run, and what to make of the results.
 *
 * @param sequences at least one
 * @param assembly from their pooled vectors to the text's
 */
public record Plan(List<Sequence> sequences, Assembly assembly) {

    public Plan {
        sequences = List.copyOf(sequences);
    }

    /** From the pooled vectors of a text's sequences, in their order, to its vector. */
    @FunctionalInterface
    public interface Assembly {

        /** @param pooled one vector a sequence; may be written to */
        float[] assemble(float[][] pooled);
    }
}
