package io.text2vec.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseTest {
    private static final float[] WEIGHT = {1, 0, -1, /* */ 2, 2, 2};

    @Test
    void multipliesWithoutABias() {
        Dense dense = new Dense(WEIGHT, new float[0], 3, Activation.IDENTITY);
        assertThat(dense.apply(new float[] {3, 4, 5})).containsExactly(-2, 24);
    }

    @Test
    void addsTheBiasBeforeTheActivation() {
        Dense dense = new Dense(WEIGHT, new float[] {1, 1}, 3, Activation.RELU);
        assertThat(dense.apply(new float[] {3, 4, 5})).containsExactly(0, 25);
    }

    @Test
    void refusesWeightsThatDoNotFit() {
        assertThatThrownBy(() -> new Dense(WEIGHT, new float[0], 4, Activation.IDENTITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 weights");
    }

    /** Values of PyTorch's tanh and (exact) GELU. */
    @ParameterizedTest
    @CsvSource({
        "TANH, 0.5, 0.46211717",
        "TANH, -3, -0.99505478",
        "GELU, 0, 0",
        "GELU, 1, 0.84134477",
        "GELU, -1, -0.15865526",
        "GELU, 3, 2.9959502",
        "GELU, -4, -0.00012668",
        "GELU, 0.1, 0.05398279",
        "RELU, -2, 0",
        "IDENTITY, -2, -2"
    })
    void activationsGiveTheKnownValues(Activation activation, float x, float y) {
        assertThat(activation.apply(x)).isCloseTo(y, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5204998778130465",
        "1, 0.8427007929497149",
        "2.4, 0.9993114861033549",
        "2.6, 0.9997639655834707",
        "4, 0.9999999845827421"
    })
    void theErrorFunctionIsRightOnBothSidesOfItsSeam(double x, double erf) {
        assertThat(Activation.erf(x)).isCloseTo(erf, within(1e-14));
        assertThat(Activation.erf(-x)).isCloseTo(-erf, within(1e-14));
    }

    @Test
    void anUnknownActivationIsNamedBesideTheKnownOnes() {
        assertThatThrownBy(() -> Activation.of("torch.nn.modules.activation.SiLU"))
                .hasMessageContaining("SiLU")
                .hasMessageContaining("Tanh");
    }
}
