package io.text2vec.cluster.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class OnwardTest {
    private final List<List<Integer>> parts = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch arrives = new CountDownLatch(1);

    private List<String> send(List<Integer> part) {
        try {
            arrives.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        parts.add(part);
        return part.stream().map(each -> "told " + each).toList();
    }

    @Test
    void whatComesWhileAPartIsUnderWayBecomesTheNextInItsOrder() {
        Onward<Integer, String> onward = new Onward<>(2, this::send);
        IntStream.range(0, 5).forEach(onward::add);
        arrives.countDown();
        assertThat(onward.finish()).containsExactly("told 0", "told 1", "told 2", "told 3", "told 4");
        assertThat(parts).containsExactly(List.of(0, 1), List.of(2, 3, 4));
    }

    @Test
    void nothingIsSentBeforeAPartIsWholeNorWhenThereIsNothing() {
        Onward<Integer, String> onward = new Onward<>(2, this::send);
        onward.add(0);
        assertThat(onward.started()).isFalse();
        arrives.countDown();
        assertThat(new Onward<>(2, this::send).finish()).isEmpty();
        assertThat(onward.finish()).containsExactly("told 0");
    }

    @Test
    void aPartThatFailsEndsIt() {
        Onward<Integer, String> onward = new Onward<>(1, part -> {
            throw new IllegalStateException("no more");
        });
        onward.add(0);
        assertThatThrownBy(onward::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
    }
}
