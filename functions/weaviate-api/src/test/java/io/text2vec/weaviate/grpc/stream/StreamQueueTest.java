package io.text2vec.weaviate.grpc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.weaviate.grpc.stream.StreamQueue.Message;
import io.text2vec.weaviate.grpc.stream.StreamQueue.Taken;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamQueueTest {
    private final StreamQueue queue = new StreamQueue();
    private final AtomicInteger done = new AtomicInteger();

    private boolean add(Items items) {
        return queue.add(items, done::incrementAndGet);
    }

    private String object() {
        return queue.object().map(taken -> taken.object().getUuid()).orElse("none");
    }

    private String reference() {
        return queue.references()
                .map(message -> message.references().getFirst().getName())
                .orElse("none");
    }

    @Test
    void objectsComeInTheirOrderAcrossMessages() {
        add(StreamItems.objects("a", "b"));
        add(StreamItems.objects("c"));

        assertThat(object()).isEqualTo("a");
        assertThat(object()).isEqualTo("b");
        assertThat(object()).isEqualTo("c");
        assertThat(object()).isEqualTo("none");
        assertThat(queue.more()).isFalse();
    }

    @Test
    void referencesComeBehindTheObjectsOfTheirMessageAndBeforeTheNext() {
        add(StreamItems.both("a", "knows"));
        add(StreamItems.objects("b"));

        assertThat(reference()).isEqualTo("none");
        assertThat(object()).isEqualTo("a");
        assertThat(object()).isEqualTo("none");
        assertThat(reference()).isEqualTo("knows");
        assertThat(reference()).isEqualTo("none");
        assertThat(object()).isEqualTo("b");
    }

    @Test
    void onlyTheFirstMessageWakesSomebody() {
        assertThat(add(StreamItems.objects("a"))).isTrue();
        assertThat(add(StreamItems.objects("b"))).isFalse();
        object();
        assertThat(queue.leave()).as("b is there").isTrue();
        object();
        assertThat(queue.leave()).isFalse();
        assertThat(add(StreamItems.objects("c"))).isTrue();
    }

    @Test
    void aMessageIsDoneWhenAllOfItIsTold() {
        add(StreamItems.both("a", "knows"));
        Taken taken = queue.object().orElseThrow();
        Message references = queue.references().orElseThrow();

        taken.message().told(1);
        assertThat(done).hasValue(0);
        references.told(1);
        assertThat(done).hasValue(1);
    }

    @Test
    void whatIsDroppedIsDoneOnceAndNothingComesBehindIt() {
        add(StreamItems.objects("a", "b"));
        Taken taken = queue.object().orElseThrow();
        queue.drop();
        taken.message().told(1);
        taken.message().told(1);

        assertThat(done).hasValue(1);
        assertThat(object()).isEqualTo("none");
        assertThat(add(StreamItems.objects("c"))).isFalse();
        assertThat(done).hasValue(2);
    }
}
