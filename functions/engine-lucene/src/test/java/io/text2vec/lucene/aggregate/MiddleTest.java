package io.text2vec.lucene.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MiddleTest {
    private static final int MANY = 100_000; // more than are sorted

    @Test
    void ofAnOddNumberItIsOneValue() throws IOException {
        assertThat(middle(3, 1, 2)).containsExactly(2, 2);
    }

    @Test
    void ofAnEvenNumberTheTwoInTheMiddle() throws IOException {
        assertThat(middle(4, 1, 3, 2)).containsExactly(2, 3);
    }

    @Test
    void ofManyItIsWhatSortingWouldTell() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        assertSame(random.longs(MANY).toArray());
        assertSame(random.longs(MANY + 1).toArray());
        assertSame(random.longs(MANY, -50, 50).toArray());
        assertSame(random.longs(MANY, 0, 1L << 40).toArray());
    }

    @Test
    void ofManyEqualOnesItIsThat() throws IOException {
        assertSame(LongStream.generate(() -> 7).limit(MANY).toArray());
    }

    @Test
    void theTwoMayLieFarApart() throws IOException {
        assertSame(LongStream.range(0, MANY)
                .map(i -> i < MANY / 2 ? Long.MIN_VALUE : Long.MAX_VALUE)
                .toArray());
        assertSame(
                LongStream.range(0, MANY).map(i -> i < MANY / 2 ? i : i << 30).toArray());
    }

    private static void assertSame(long[] values) throws IOException {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(middle(values)).containsExactly(sorted[(values.length - 1) / 2], sorted[values.length / 2]);
    }

    private static long[] middle(long... values) throws IOException {
        return new Middle(
                        visitor -> {
                            for (long value : values) {
                                visitor.see(0, value);
                            }
                        },
                        values.length,
                        LongStream.of(values).min().getAsLong(),
                        LongStream.of(values).max().getAsLong())
                .find();
    }
}
