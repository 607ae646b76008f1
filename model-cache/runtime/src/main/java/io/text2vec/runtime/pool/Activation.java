package io.text2vec.runtime.pool;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Activation functions of a {@link Dense} layer, by the names of the PyTorch classes that configuration files hold. */
public enum Activation {
    IDENTITY("torch.nn.modules.linear.Identity") {
        @Override
        public float apply(float x) {
            return x;
        }
    },
    TANH("torch.nn.modules.activation.Tanh") {
        @Override
        public float apply(float x) {
            return (float) Math.tanh(x);
        }
    },
    RELU("torch.nn.modules.activation.ReLU") {
        @Override
        public float apply(float x) {
            return Math.max(0, x);
        }
    },
    GELU("torch.nn.modules.activation.GELU") {
        @Override
        public float apply(float x) {
            return (float) (0.5 * x * (1 + erf(x / Math.sqrt(2))));
        }
    };

    private final String className;

    Activation(String className) {
        this.className = className;
    }

    public abstract float apply(float x);

    /** @throws IllegalArgumentException for a class that is none of these, naming those there are */
    public static Activation of(String className) {
        for (Activation activation : values()) {
            if (activation.className.equals(className)) {
                return activation;
            }
        }
        throw new IllegalArgumentException("Unknown activation function '" + className + "'; known are "
                + Arrays.stream(values()).map(a -> a.className).collect(Collectors.joining(", ")));
    }

    /**
     * The error function, to about 1e-15: its power series where that converges fast, elsewhere the continued fraction of
     * its complement (Abramowitz and Stegun 7.1.6 and 7.1.14). The JDK has none.
     */
    static double erf(double x) {
        double a = Math.abs(x);
        return Math.copySign(a < SERIES_LIMIT ? series(a) : 1 - complement(a), x);
    }

    private static final double SERIES_LIMIT = 2.5;
    private static final int FRACTION_DEPTH = 60;

    private static double series(double a) {
        double term = a;
        double sum = a;
        for (int n = 1; Math.abs(term) > 1e-17 * sum; n++) {
            term *= 2 * a * a / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-a * a) * sum;
    }

    private static double complement(double a) {
        double fraction = a;
        for (int n = FRACTION_DEPTH; n >= 1; n--) {
            fraction = a + n / 2.0 / fraction;
        }
        return Math.exp(-a * a) / Math.sqrt(Math.PI) / fraction;
    }
}
