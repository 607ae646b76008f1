package io.text2vec.vectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.text2vec.embedder.EmbedRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What this function takes a text for when its request doesn't say. {@code text2vec_other_task_total} counts the texts
 * that came for the other task: they are served as asked, and a high count tells of a client with the wrong address.
 */
@Singleton
public final class OwnTask {
    private final boolean query;
    private final Counter others;

    OwnTask(FunctionConfig config, MeterRegistry registry) {
        query = config.task() == FunctionConfig.Task.QUERY;
        others = Counter.builder("text2vec.other.task")
                .description("Texts that asked for the task of the other function")
                .register(registry);
    }

    /**
     * The task type to embed a text with.
     *
     * @param asked the request's own word, any word
     * @return that word; without one {@code query} in a function for queries, and still none elsewhere, since absent
     *     means passage and the reference's recipes tell the two apart
     */
    public Optional<String> of(Optional<String> asked) {
        if (asked.isEmpty()) {
            return query ? Optional.of(EmbedRequest.QUERY) : asked;
        }
        String other = query ? EmbedRequest.PASSAGE : EmbedRequest.QUERY;
        if (asked.get().equals(other)) {
            others.increment();
        }
        return asked;
    }
}
