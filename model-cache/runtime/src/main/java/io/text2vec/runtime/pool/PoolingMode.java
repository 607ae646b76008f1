package io.text2vec.runtime.pool;

import java.util.Arrays;
import java.util.List;

/**
 * The pooling modes of sentence-transformers' {@code Pooling} module, in the order in which it concatenates them.
 * Formulas follow its documentation; weighted mean is Muennighoff 2022 (SGPT), the rest Reimers and Gurevych 2019.
 */
public enum PoolingMode implements Pooling {
    /** The first token, a skipped one too: sentence-transformers takes it whatever the prompt. */
    CLS("cls") {
        @Override
        public float[] pool(float[] states, int offset, int skip, int tokens, int width) {
            return Arrays.copyOfRange(states, offset, offset + width);
        }
    },
    /** The greatest value of each dimension. */
    MAX("max") {
        @Override
        public float[] pool(float[] states, int offset, int skip, int tokens, int width) {
            float[] max = Arrays.copyOfRange(states, offset + skip * width, offset + (skip + 1) * width);
            for (int token = skip + 1; token < tokens; token++) {
                int row = offset + token * width;
                for (int i = 0; i < width; i++) {
                    max[i] = Math.max(max[i], states[row + i]);
                }
            }
            return max;
        }
    },
    /** The sum divided by the number of tokens. */
    MEAN("mean") {
        @Override
        public float[] pool(float[] states, int offset, int skip, int tokens, int width) {
            return divide(sum(states, offset, skip, tokens, width), tokens - skip);
        }
    },
    /** The sum divided by the square root of the number of tokens. */
    MEAN_SQRT_LEN("mean_sqrt_len") {
        @Override
        public float[] pool(float[] states, int offset, int skip, int tokens, int width) {
            return divide(sum(states, offset, skip, tokens, width), (float) Math.sqrt(tokens - skip));
        }
    },
    /** The mean with the weights 1, 2, 3 …, counted from the sequence's first token, a skipped one too. */
    WEIGHTED_MEAN("weightedmean") {
        @Override
        public float[] pool(float[] states, int offset, int skip, int tokens, int width) {
            float[] sum = new float[width];
            float weights = 0;
            for (int token = skip; token < tokens; token++) {
                float weight = token + 1f;
                weights += weight;
                int row = offset + token * width;
                for (int i = 0; i < width; i++) {
                    sum[i] += weight * states[row + i];
                }
            }
            return divide(sum, weights);
        }
    },
    /** The last token. */
    LAST_TOKEN("lasttoken") {
        @Override
        public float[] pool(float[] states, int offset, int skip, int tokens, int width) {
            int row = offset + (tokens - 1) * width;
            return Arrays.copyOfRange(states, row, row + width);
        }
    };

    private final String word;

    PoolingMode(String word) {
        this.word = word;
    }

    /** The mode's name in configuration files and logs. */
    public String word() {
        return word;
    }

    /** Several modes side by side: their vectors concatenated in the order given. */
    public static Pooling concatenated(List<PoolingMode> modes) {
        if (modes.size() == 1) {
            return modes.getFirst();
        }
        List<PoolingMode> copy = List.copyOf(modes);
        return (states, offset, skip, tokens, width) -> {
            float[] all = new float[copy.size() * width];
            for (int i = 0; i < copy.size(); i++) {
                System.arraycopy(copy.get(i).pool(states, offset, skip, tokens, width), 0, all, i * width, width);
            }
            return all;
        };
    }

    private static float[] sum(float[] states, int offset, int skip, int tokens, int width) {
        float[] sum = new float[width];
        for (int token = skip; token < tokens; token++) {
            int row = offset + token * width;
            for (int i = 0; i < width; i++) {
                sum[i] += states[row + i];
            }
        }
        return sum;
    }

    private static float[] divide(float[] sum, float divisor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= divisor;
        }
        return sum;
    }
}
