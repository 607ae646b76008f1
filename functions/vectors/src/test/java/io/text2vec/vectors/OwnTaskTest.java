package io.text2vec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnTaskTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OwnTask queries = new OwnTask(() -> FunctionConfig.Task.QUERY, registry);

    @Test
    void aFunctionForQueriesTakesTextsForQueries() {
        assertThat(queries.of(Optional.empty())).contains("query");
        assertThat(others()).isZero();
    }

    @Test
    void aFunctionForPassagesLeavesTheTaskAbsent() {
        OwnTask passages = new OwnTask(() -> FunctionConfig.Task.PASSAGE, registry);
        assertThat(passages.of(Optional.empty())).isEmpty();
        assertThat(passages.of(Optional.of("passage"))).contains("passage");
        assertThat(others()).isZero();
        assertThat(passages.of(Optional.of("query"))).contains("query");
        assertThat(others()).isOne();
    }

    @Test
    void whatIsAskedIsServedAndTheOtherTaskCounted() {
        assertThat(queries.of(Optional.of("query"))).contains("query");
        assertThat(queries.of(Optional.of("word"))).contains("word");
        assertThat(others()).isZero();
        assertThat(queries.of(Optional.of("passage"))).contains("passage");
        assertThat(others()).isOne();
    }

    private double others() {
        return registry.get("text2vec.other.task").counter().count();
    }
}
