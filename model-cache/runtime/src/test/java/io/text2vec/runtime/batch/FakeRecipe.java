package io.text2vec.runtime.batch;

import io.text2vec.embedder.EmbedRequest;
import io.text2vec.runtime.infer.Sequence;
import io.text2vec.runtime.pool.Pooling;
import io.text2vec.runtime.recipe.Plan;
import io.text2vec.runtime.recipe.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plans what the text itself says: {@code name:4,4,9} has three sequences of so many tokens, {@code name:4x1000} a thousand
 * of four, {@code name} alone one of four. The vector is that of all sequences, one behind the other.
 */
final class FakeRecipe implements Recipe {
    private final Consumer<String> beforePlan;

    FakeRecipe() {
        this(_ -> {});
    }

    /** @param beforePlan gets the name of each text on the thread that plans it; may block or throw */
    FakeRecipe(Consumer<String> beforePlan) {
        this.beforePlan = beforePlan;
    }

    @Override
    public Plan plan(EmbedRequest request) {
        String[] nameAndLengths = request.text().strip().split(":");
        String name = nameAndLengths[0];
        beforePlan.accept(name);
        List<Integer> lengths = lengths(nameAndLengths.length == 1 ? "4" : nameAndLengths[1]);
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            sequences.add(new Sequence(new long[lengths.get(i)], 0, new Label(name, i)));
        }
        return new Plan(sequences, FakeRecipe::concatenate);
    }

    private static List<Integer> lengths(String text) {
        String[] lengthAndTimes = text.split("x");
        if (lengthAndTimes.length == 2) {
            return Collections.nCopies(Integer.parseInt(lengthAndTimes[1]), Integer.valueOf(lengthAndTimes[0]));
        }
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    private static float[] concatenate(float[][] pooled) {
        int width = pooled[0].length;
        float[] all = new float[pooled.length * width];
        for (int i = 0; i < pooled.length; i++) {
            System.arraycopy(pooled[i], 0, all, i * width, width);
        }
        return all;
    }

    /** Tells a runner whose sequence it has; never pools. */
    record Label(String name, int index) implements Pooling {

        static Label of(Sequence sequence) {
            return (Label) sequence.pooling();
        }

        @Override
        public float[] pool(float[] states, int offset, int skip, int tokens, int width) {
            throw new AssertionError("nothing to pool here");
        }

        @Override
        public String toString() {
            return name + "/" + index;
        }
    }
}
