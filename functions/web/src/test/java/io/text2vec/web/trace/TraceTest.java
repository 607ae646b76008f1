package io.text2vec.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C's Trace Context; the examples are the standard's. */
class TraceTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String PARENT = "00-" + ID + "-" + SPAN + "-01";

    @Test
    void goesOnAsItCame() {
        MultiMap came = headers("traceparent", PARENT, "tracestate", "rojo=1");
        came.add("tracestate", "congo=2");
        MultiMap goes = headers("traceparent", "old", "tracestate", "old");
        Trace.of(came).write(goes);
        assertThat(goes.getAll("traceparent")).containsExactly(PARENT);
        assertThat(goes.getAll("tracestate")).containsExactly("rojo=1,congo=2");
    }

    @Test
    void aLaterVersionMayHaveMoreBehindIt() {
        Trace trace = Trace.of(headers("traceparent", "cc-" + ID + "-" + SPAN + "-01-what-the-future-will-be-like"));
        assertThat(trace.id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + ID + "-" + SPAN,
                "00-" + ID + "-" + SPAN + "-01-more",
                "ff-" + ID + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + ID + "-" + SPAN + "-01\r\nmore: 1"
            })
    void whatIsNoneBeginsAnother(String parent) {
        Trace first = Trace.of(headers("traceparent", parent, "tracestate", "rojo=1"));
        Trace second = Trace.of(headers("traceparent", parent));
        assertThat(first.id()).matches("[0-9a-f]{32}").isNotEqualTo(ID).isNotEqualTo(second.id());
        assertThat(first.span()).matches("[0-9a-f]{16}");
        assertThat(first.flags()).as("nobody records it").isEqualTo("00");
        assertThat(first.state()).isEmpty();
    }

    @Test
    void isOfOneRequestsContextAndOfWhatItHandsOn() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
            CompletableFuture<Supplier<String>> handed = new CompletableFuture<>();
            CompletableFuture<Boolean> beside = new CompletableFuture<>();
            loop.duplicate().runOnContext(now -> {
                Trace.of(headers("traceparent", PARENT)).enter();
                handed.complete(
                        Trace.carried(() -> Trace.current().map(Trace::id).orElse("none")));
            });
            Supplier<String> work = handed.get();
            loop.duplicate().runOnContext(now -> beside.complete(Trace.current().isPresent()));
            assertThat(beside.get()).as("another request on the same loop").isFalse();
            assertThat(work.get()).isEqualTo(ID);
            assertThat(Trace.current()).isEmpty();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static MultiMap headers(String... namesAndValues) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }
}
