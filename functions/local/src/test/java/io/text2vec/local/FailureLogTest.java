package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.text2vec.embedder.EmbedException;
import io.text2vec.vectors.FakeEmbedder;
import io.text2vec.vectors.Http;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FailureLogTest {
    private final Logger everything = Logger.getLogger("");
    private final Lines lines = new Lines();

    @TestHTTPResource
    URI base;

    @Inject
    FakeEmbedder embedder;

    private Http http;

    @BeforeEach
    void listen() {
        embedder.reset();
        http = new Http(base);
        everything.addHandler(lines);
    }

    @AfterEach
    void leave() {
        everything.removeHandler(lines);
    }

    @Test
    void aSuccessLeavesNoLine() throws Exception {
        http.vectors("{\"text\":\"a\"}");
        assertThat(lines.seen).isEmpty();
    }

    @Test
    void aFailureLeavesOneWithoutTheText() throws Exception {
        http.vectors("{\"text\":\"private\"} private");
        assertThat(lines.messages())
                .singleElement(STRING)
                .startsWith("status=400 door=\"/vectors\" reason=\"The body is not valid JSON: line 1, column ")
                .doesNotContain("private");
    }

    @Test
    void whatAClientSendsAddsNoLine() throws Exception {
        http.get("/no%0Ddoor%0Astatus=200");
        assertThat(lines.messages())
                .containsExactly("status=404 door=\"none\" reason=\"There is nothing at this path.\"");
    }

    @Test
    void ourOwnFaultHasItsCause() throws Exception {
        IllegalStateException cause = new IllegalStateException("native");
        embedder.answer(
                request -> CompletableFuture.failedFuture(new EmbedException.RuntimeFailed("Inference failed", cause)));
        http.vectors("{\"text\":\"a\"}");
        assertThat(lines.messages()).containsExactly("status=500 door=\"/vectors\" reason=\"Inference failed\"");
        assertThat(lines.seen.getFirst().getLevel().intValue()).isGreaterThan(Level.WARNING.intValue());
        assertThat(lines.seen.getFirst().getThrown()).hasRootCause(cause);
    }

    private static final class Lines extends Handler {
        private final List<LogRecord> seen = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLoggerName().startsWith("io.text2vec")
                    || line.getLevel().intValue() >= Level.WARNING.intValue()) {
                seen.add(line);
            }
        }

        List<String> messages() {
            return seen.stream().map(LogRecord::getMessage).toList();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
