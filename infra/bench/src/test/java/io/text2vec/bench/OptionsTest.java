package io.text2vec.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options parse(String... arguments) {
        return Options.parse(Path.of("/checkout"), "throughput", List.of(arguments));
    }

    @Test
    void defaultsMeasureEverythingFiveTimes() {
        Options options = parse();
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.tokens()).containsExactly(12, 90, 500);
        assertThat(options.connections()).containsExactly(1, 8, 32);
        assertThat(options.output()).isEqualTo(Path.of("/checkout/infra/bench/target/throughput.json"));
        assertThat(Options.parse(Path.of("/checkout"), "coldstart", List.of()).rounds())
                .isEqualTo(10);
        assertThat(Options.parse(Path.of("/checkout"), "native", List.of()).application())
                .isEqualTo("vectorize-query");
    }

    @Test
    void everyOptionIsRead() {
        Options options = parse(
                "--quick",
                "--seconds",
                "3",
                "--tokens",
                "20",
                "--connections",
                "4,5",
                "--app",
                "vectorize-query",
                "--env",
                "TEXT2VEC_RUNS=2",
                "--env",
                "A=b=c",
                "--java",
                "-Xmx1g",
                "--native",
                "-Xmx64m",
                "--page-cache",
                "cold",
                "--output",
                "x.json");
        assertThat(options.rounds()).isEqualTo(2);
        assertThat(options.phase()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.tokens()).containsExactly(20);
        assertThat(options.connections()).containsExactly(4, 5);
        assertThat(options.application()).isEqualTo("vectorize-query");
        assertThat(options.environment()).containsEntry("TEXT2VEC_RUNS", "2").containsEntry("A", "b=c");
        assertThat(options.javaFlags()).contains("-Xmx1g");
        assertThat(options.nativeFlags()).containsExactly("-Xmx64m");
        assertThat(options.cold()).isTrue();
        assertThat(options.output()).isEqualTo(Path.of("x.json"));
    }

    @Test
    void noCallRunsForHours() {
        assertThatThrownBy(() -> parse("--rounds", "51")).hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> parse("--seconds", "61")).hasMessageContaining("1 to 60");
        assertThatThrownBy(() -> parse("--connections", "1,257")).hasMessageContaining("1 to 256");
    }

    @Test
    void whatIsUnknownIsNamed() {
        assertThatThrownBy(() -> parse("--speed", "5")).hasMessageContaining("--speed");
        assertThatThrownBy(() -> parse("--rounds")).hasMessageContaining("--rounds");
        assertThatThrownBy(() -> parse("--rounds", "many")).hasMessageContaining("many");
        assertThatThrownBy(() -> parse("--env", "NAME")).hasMessageContaining("NAME=VALUE");
    }
}
