package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {
    @TempDir
    Path folder;

    @Test
    void recordedTrafficIsALineForEachSecond() throws IOException {
        assertThat(read("3\n0\n7\n").perSecond()).containsExactly(3, 0, 7);
    }

    @Test
    void secondsMayBeNamedAndLeftOut() throws IOException {
        assertThat(read("second,requests\n1,5\n3,2\n").perSecond()).containsExactly(0, 5, 0, 2);
    }

    @Test
    void aLineThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> read("3\n4 or so\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 or so");
    }

    @Test
    void numbersAreDrawnAroundTheirRateAsOftenAsPoissonSays() {
        for (double rate : new double[] {0.5, 8, 1000}) {
            int[] drawn = Traffic.drawn("drawn", 20_000, second -> rate).perSecond();
            double mean = Arrays.stream(drawn).average().orElseThrow();
            double variance = Arrays.stream(drawn)
                    .mapToDouble(n -> (n - mean) * (n - mean))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(rate, within(0.02 * rate + 0.02));
            assertThat(variance).isCloseTo(rate, within(0.05 * rate));
        }
    }

    @Test
    void theSameDayIsTheSame() {
        assertThat(Traffic.office().perSecond()).isEqualTo(Traffic.office().perSecond());
    }

    @Test
    void theInternetsBusiestSecondsHaveAMillionAMinute() {
        assertThat(Traffic.internet().peak() * 60).isCloseTo(1e6, within(1e4));
    }

    private Traffic read(String lines) throws IOException {
        Path file = folder.resolve("traffic.csv");
        Files.writeString(file, lines);
        return Traffic.read(file);
    }
}
