package io.text2vec.lucene.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.text2vec.lucene.aggregate.Values.Pass;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrequentTest {

    @Test
    void countsWhatOccurs() throws IOException {
        assertThat(new Frequent(1024).of(pass(5, 7, 5, -1, 7, 5), 2))
                .extracting(Counted::key, Counted::count)
                .containsExactly(tuple(5L, 3L), tuple(7L, 2L));
    }

    @Test
    void remembersADocumentThatHasTheKey() throws IOException {
        assertThat(new Frequent(1024).of(pass(5, 7), 2))
                .extracting(Counted::key, Counted::document)
                .containsExactly(tuple(5L, 0), tuple(7L, 1));
    }

    @Test
    void equallyFrequentOnesStandInTheOrderOfTheKeys() throws IOException {
        assertThat(new Frequent(1024).of(pass(9, -4, 0, Long.MIN_VALUE, Long.MAX_VALUE), 3))
                .extracting(Counted::key)
                .containsExactly(Long.MIN_VALUE, -4L, 0L);
    }

    @Test
    void nothingHasNothingFrequent() throws IOException {
        assertThat(new Frequent(1024).of(pass(), 3)).isEmpty();
    }

    @Test
    void moreKeysThanAreCountedAtOnceAreCountedInSeveralPasses() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        long[] keys = random.ints(20_000, 0, 5_000).asLongStream().toArray();
        Map<Long, Long> counts = new HashMap<>();
        LongStream.of(keys).forEach(key -> counts.merge(key, 1L, Long::sum));
        List<Long> expected = counts.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(50)
                .map(Map.Entry::getKey)
                .toList();
        int[] passes = {0};
        Pass counted = visitor -> {
            passes[0]++;
            pass(keys).over(visitor);
        };

        assertThat(new Frequent(64).of(counted, 50)).extracting(Counted::key).containsExactlyElementsOf(expected);
        assertThat(passes[0]).isGreaterThan(5_000 / 64);
    }

    private static Pass pass(long... keys) {
        return visitor -> {
            for (int i = 0; i < keys.length; i++) {
                visitor.see(i, keys[i]);
            }
        };
    }
}
