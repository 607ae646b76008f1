package io.text2vec.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BodySpaceTest {

    @Test
    void isTakenToTheLastByte() {
        BodySpace space = new BodySpace(10);
        assertThat(space.take(7)).isTrue();
        assertThat(space.take(4)).isFalse();
        assertThat(space.take(3)).isTrue();
        assertThat(space.take(1)).isFalse();
    }

    @Test
    void whatIsRefusedTakesNothing() {
        BodySpace space = new BodySpace(10);
        assertThat(space.take(11)).isFalse();
        assertThat(space.take(10)).isTrue();
    }

    @Test
    void whatComesBackIsTakenAgain() {
        BodySpace space = new BodySpace(10);
        space.take(10);
        space.giveBack(4);
        assertThat(space.take(5)).isFalse();
        assertThat(space.take(4)).isTrue();
    }

    @Test
    void threadsThatShareItTakeNoMoreThanThereIs() throws Exception {
        int threads = 4;
        int size = 10_001;
        BodySpace space = new BodySpace(size);
        List<Callable<Integer>> takers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            takers.add(() -> {
                int taken = 0;
                while (space.take(1)) {
                    taken++;
                }
                return taken;
            });
        }
        int all = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> taker : pool.invokeAll(takers)) {
                all += taker.get();
            }
        }
        assertThat(all).isEqualTo(size);
    }
}
