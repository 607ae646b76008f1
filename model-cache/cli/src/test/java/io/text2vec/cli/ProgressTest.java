package io.text2vec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(text), terminal, nanos::get);
    }

    private void later(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void aTerminalGetsABarThatIsDrawnOverItself() {
        Progress progress = progress(true);
        later(200);
        progress.at(0.5, "50 of 100");
        later(200);
        progress.at(1, "done");
        assertThat(text.toString().split("\r"))
                .containsExactly(
                        "", " 50 % [############............] 50 of 100", "100 % [########################] done     ");
        progress.erase();
        assertThat(text.toString()).endsWith(" ".repeat(10) + "\r");
    }

    @Test
    void aTerminalIsNotDrawnTenTimesInAnInstant() {
        Progress progress = progress(true);
        later(200);
        for (int i = 0; i < 10; i++) {
            progress.at(i / 10.0, "");
        }
        assertThat(text.toString()).containsOnlyOnce("\r");
    }

    @Test
    void elsewhereThereIsAPlainLineNowAndThen() {
        Progress progress = progress(false);
        later(1000);
        progress.at(0.1, "too early");
        later(5000);
        progress.at(0.25, "a quarter");
        progress.at(0.26, "too early");
        assertThat(text).hasToString(" 25 % a quarter" + System.lineSeparator());
    }

    @Test
    void whatHasNoKnownEndHasNoBar() {
        Progress progress = progress(true);
        later(200);
        progress.at(-1, "17 texts");
        assertThat(text).hasToString("\r17 texts");
    }

    @Test
    void aLineStaysAboveTheBar() {
        Progress progress = progress(true);
        later(200);
        progress.at(-1, "abc");
        progress.line("a line");
        assertThat(text).hasToString("\rabc\r   \ra line" + System.lineSeparator());
    }
}
