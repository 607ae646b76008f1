package io.text2vec.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.web.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void aLineIsOneObjectInWeaviatesWords() {
        LogRecord line = new LogRecord(Level.WARNING, "status=429 door=\"/vectors\"\n");
        line.setLoggerName("io.text2vec.failures");
        line.setInstant(Instant.parse("2026-01-02T03:04:05.006Z"));
        assertThat(read(line))
                .containsExactly(
                        Map.entry("time", "2026-01-02T03:04:05.006Z"),
                        Map.entry("level", "warning"),
                        Map.entry("msg", "status=429 door=\"/vectors\"\n"),
                        Map.entry("logger", "io.text2vec.failures"));
    }

    @Test
    void whatWasThrownIsThereWithItsStack() {
        LogRecord line = new LogRecord(Level.SEVERE, "failed");
        line.setThrown(new IllegalStateException("native"));
        assertThat(read(line).get("level")).isEqualTo("error");
        assertThat((String) read(line).get("error")).contains("IllegalStateException: native", "\tat io.text2vec");
    }

    private static Map<String, Object> read(LogRecord line) {
        String written = new JsonLines().format(ExtLogRecord.wrap(line));
        assertThat(written).endsWith("}\n");
        assertThat(written.strip()).doesNotContain("\n");
        return JsonTree.object(written.getBytes(StandardCharsets.UTF_8), "a line");
    }
}
