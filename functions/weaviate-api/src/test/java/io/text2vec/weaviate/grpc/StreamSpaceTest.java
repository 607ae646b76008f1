package io.text2vec.weaviate.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.web.BodySpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamSpaceTest {
    private final BodySpace bodies = new BodySpace(200);
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final StreamSpace space = new StreamSpace(bodies, later::add);
    private final List<String> granted = new ArrayList<>();

    private Runnable take(String name, int bytes) {
        Runnable wish = () -> granted.add(name);
        space.take(bytes, wish);
        return wish;
    }

    @Test
    void streamsHaveHalfOfIt() {
        take("a", 100);
        take("b", 1);
        assertThat(granted).containsExactly("a");
        assertThat(bodies.take(100)).as("the other half is for calls").isTrue();
    }

    @Test
    void whoFindsNoneWaitsAndComesInOrder() {
        take("a", 80);
        take("large", 90);
        take("small", 10);
        assertThat(granted).as("small doesn't go before large").containsExactly("a");
        space.giveBack(80);
        assertThat(granted).containsExactly("a", "large", "small");
    }

    @Test
    void whatNeverFitsIsRefused() {
        assertThatThrownBy(() -> take("a", 101))
                .isInstanceOf(CallRefused.class)
                .hasMessageContaining("TEXT2VEC_BODIES");
        assertThat(bodies.take(200)).isTrue();
    }

    @Test
    void whereCallsHaveItAllAStreamLooksAgain() {
        bodies.take(150);
        take("a", 100);
        assertThat(granted).isEmpty();
        later.remove().run();
        assertThat(granted).isEmpty();
        bodies.giveBack(100);
        later.remove().run();
        assertThat(granted).containsExactly("a");
        assertThat(later).isEmpty();
    }

    @Test
    void aWishCanBeWithdrawn() {
        take("a", 100);
        Runnable second = take("b", 100);
        take("c", 100);
        assertThat(space.withdraw(second)).isTrue();
        space.giveBack(100);
        assertThat(granted).containsExactly("a", "c");
    }
}
