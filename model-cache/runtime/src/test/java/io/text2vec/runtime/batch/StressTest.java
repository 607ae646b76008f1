package io.text2vec.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.embedder.EmbedException;
import io.text2vec.embedder.EmbedObserver;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedding;
import io.text2vec.runtime.infer.BatchRunner;
import io.text2vec.runtime.infer.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StressTest {
    private static final int CALLERS = 16;
    private static final int ROUNDS = 300;
    private static final int MAX_BATCH = 8;
    private static final int MAX_BATCH_TOKENS = 600;

    private final AtomicInteger names = new AtomicInteger();
    private final Queue<String> wrongBatches = new ConcurrentLinkedQueue<>();

    /** Gives each sequence a vector that tells whose it is: {@code {name, index, tokens}}. */
    private final class CheckingRunner implements BatchRunner {
        @Override
        public float[][] run(List<Sequence> batch) {
            int longest = batch.stream().mapToInt(Sequence::length).max().orElseThrow();
            boolean tooBig = batch.size() > 1 && batch.size() * longest > MAX_BATCH_TOKENS;
            long buckets = batch.stream()
                    .map(sequence -> LengthBuckets.of(sequence.length()))
                    .distinct()
                    .count();
            if (batch.size() > MAX_BATCH || tooBig || buckets != 1) {
                wrongBatches.add(batch.stream().map(Sequence::length).toList().toString());
            }
            return batch.stream()
                    .map(sequence -> {
                        var label = FakeRecipe.Label.of(sequence);
                        return new float[] {Integer.parseInt(label.name()), label.index(), sequence.length()};
                    })
                    .toArray(float[][]::new);
        }

        @Override
        public int maxBatch() {
            return MAX_BATCH;
        }
    }

    private record Asked(EmbedRequest request, float[] expected) {}

    @Test
    void everyRequestGetsItsOwnVector() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("StressTest seed: " + seed);
        var settings = new QueueSettings(
                3,
                64,
                3 * TextQueue.LONG_TEXT,
                MAX_BATCH_TOKENS,
                QueueSettings.DEFAULT_DEADLINE,
                Duration.ofSeconds(20));
        try (var scheduler =
                        new BatchScheduler(new FakeRecipe(), new CheckingRunner(), settings, new EmbedObserver() {});
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                var random = new Random(seed + i);
                work.add(() -> call(scheduler, random));
            }
            int answered = 0;
            for (Future<Integer> caller : callers.invokeAll(work)) {
                answered += caller.get();
            }
            assertThat(answered).as("seed %d", seed).isPositive();
            assertThat(scheduler.pending()).as("seed %d", seed).isZero();
            assertThat(wrongBatches).as("seed %d", seed).isEmpty();
        }
    }

    /** @return how many texts were answered, each rightly */
    private int call(BatchScheduler scheduler, Random random) throws Exception {
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Asked> asked = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                asked.add(ask(random));
            }
            var requests = asked.stream().map(Asked::request).toList();
            CompletableFuture<List<Embedding>> answer = asked.size() == 1
                    ? untilTaken(() -> scheduler.submit(requests.getFirst())).thenApply(List::of)
                    : untilTaken(() -> scheduler.submitAll(requests));
            if (random.nextInt(10) == 0 && asked.size() > 1 && answer.cancel(true)) {
                continue;
            }
            List<Embedding> embeddings = SchedulerFixture.await(answer);
            for (int i = 0; i < asked.size(); i++) {
                assertThat(embeddings.get(i).vector()).isEqualTo(asked.get(i).expected());
                answered++;
            }
        }
        return answered;
    }

    private Asked ask(Random random) {
        int name = names.incrementAndGet();
        int sequences = random.nextInt(5) == 0 ? 1 + random.nextInt(20) : 1;
        List<String> lengths = new ArrayList<>();
        float[] expected = new float[3 * sequences];
        for (int i = 0; i < sequences; i++) {
            int tokens = 1 + random.nextInt(random.nextBoolean() ? 20 : 200);
            lengths.add(Integer.toString(tokens));
            expected[3 * i] = name;
            expected[3 * i + 1] = i;
            expected[3 * i + 2] = tokens;
        }
        String space = " ".repeat(random.nextInt(50) == 0 ? TextQueue.LONG_TEXT : 0);
        return new Asked(EmbedRequest.passage(name + ":" + String.join(",", lengths) + space), expected);
    }

    private static <T> CompletableFuture<T> untilTaken(Supplier<CompletableFuture<T>> submit) {
        while (true) {
            CompletableFuture<T> answer = submit.get();
            boolean refused = answer.isCompletedExceptionally() && answer.exceptionNow() instanceof EmbedException.Busy;
            if (!refused) {
                return answer;
            }
            Thread.yield();
        }
    }
}
