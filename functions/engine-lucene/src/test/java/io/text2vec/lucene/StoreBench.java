package io.text2vec.lucene;

import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.lucene.log.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how fast the store takes and gives objects: {@code StoreBench [objects] [callers] [batch] [SYNCED|RELAXED]}.
 *
 * <p>Vectors of {@value #DIMENSIONS} dimensions lie around {@value #CENTRES} centres, as those of texts do; texts have
 * {@value #WORDS} words of a vocabulary in which few are frequent.
 */
public final class StoreBench {
    private static final int DIMENSIONS = 384;
    private static final int CENTRES = 500;
    private static final int WORDS = 30;
    private static final int VOCABULARY = 30_000;
    private static final int SINGLES = 300;
    private static final long SEED = 7;

    private final float[][] centres = new float[CENTRES][DIMENSIONS];
    private final int objects;
    private final int callers;
    private final int batch;
    private final Durability durability;

    private StoreBench(int objects, int callers, int batch, Durability durability) {
        this.objects = objects;
        this.callers = callers;
        this.batch = batch;
        this.durability = durability;
        Random random = new Random(SEED);
        for (float[] centre : centres) {
            for (int i = 0; i < DIMENSIONS; i++) {
                centre[i] = (float) random.nextGaussian();
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        StoreBench bench = new StoreBench(
                arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64_000,
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2,
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200,
                arguments.length > 3 ? Durability.valueOf(arguments[3]) : Durability.SYNCED);
        Path directory = Files.createTempDirectory("store-bench");
        try {
            bench.run(directory);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run(Path directory) throws Exception {
        LuceneSettings defaults = LuceneSettings.of(directory);
        LuceneSettings settings = new LuceneSettings(
                directory,
                durability,
                defaults.bufferBytes(),
                defaults.logBytes(),
                defaults.threads(),
                defaults.openTenants(),
                defaults.hybridDepth());
        System.out.printf("%d objects, %d callers, batches of %d, %s%n", objects, callers, batch, settings);
        try (LuceneEngine engine = LuceneEngine.open(settings)) {
            engine.create(Films.collection("Film"));
            time("import", objects, () -> importAll(engine));
            time("first count by a refresh", 1, () -> see(engine));
            memory();
            time("single inserts", SINGLES, () -> singles(engine, "single insert", number -> {}));
            time("with searches", SINGLES, () -> singles(engine, "insert seen by a search", number -> see(engine)));
            time("gets", SINGLES, () -> gets(engine));
            time("commit and close", 1, engine::close);
        }
        System.out.printf("disk: %.1f MB%n", size(directory) / 1e6);
        time("open", 1, () -> LuceneEngine.open(settings).close());
    }

    private void importAll(LuceneEngine engine) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> parts = IntStream.iterate(0, from -> from < objects, from -> from + batch)
                    .<Future<?>>mapToObj(
                            from -> pool.submit(() -> write(engine, from, Math.min(objects, from + batch))))
                    .toList();
            for (Future<?> part : parts) {
                part.get();
            }
        }
    }

    private void write(LuceneEngine engine, int from, int to) {
        List<Write> writes = IntStream.range(from, to)
                .<Write>mapToObj(number -> new Write.Put(object(number)))
                .toList();
        if (!engine.write("Film", Optional.empty(), writes).stream().allMatch(Optional::isEmpty)) {
            throw new IllegalStateException("a write failed");
        }
    }

    private static void see(LuceneEngine engine) {
        engine.delete(
                "Film",
                Optional.empty(),
                new io.text2vec.collections.filter.Filter.Condition(
                        new io.text2vec.collections.filter.FilterPath.Property("year"),
                        io.text2vec.collections.filter.FilterOperator.EQUAL,
                        new io.text2vec.collections.filter.Operand.Int(1)),
                1,
                true);
    }

    private void singles(LuceneEngine engine, String what, java.util.function.IntConsumer after) {
        long[] nanos = new long[SINGLES];
        for (int i = 0; i < SINGLES; i++) {
            List<Write> one = List.of(new Write.Put(object(objects + what.length() * SINGLES + i)));
            long start = System.nanoTime();
            engine.write("Film", Optional.empty(), one);
            after.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        percentiles(what, nanos);
    }

    private void gets(LuceneEngine engine) {
        long[] nanos = new long[SINGLES];
        Random random = new Random(SEED);
        for (int i = 0; i < SINGLES; i++) {
            var id = List.of(Films.id(random.nextInt(objects)));
            long start = System.nanoTime();
            if (engine.get("Film", Optional.empty(), id).getFirst().isEmpty()) {
                throw new IllegalStateException("an object is missing");
            }
            nanos[i] = System.nanoTime() - start;
        }
        percentiles("get", nanos);
    }

    private static void percentiles(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.3f ms, p99 %.3f ms%n",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
    }

    private StoredObject object(int number) {
        Random random = new Random(SEED + number);
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            title.append("word")
                    .append((int) (VOCABULARY * Math.pow(random.nextDouble(), 3)))
                    .append(' ');
        }
        float[] vector = centres[random.nextInt(CENTRES)].clone();
        double squared = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] += (float) random.nextGaussian();
            squared += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(squared));
        }
        return new StoredObject(
                Films.id(number),
                number,
                number,
                Map.of("title", new Value.Text(title.toString()), "year", new Value.Int(number % 100)),
                Map.of(VectorDef.LEGACY, vector));
    }

    private static void time(String what, int count, Work work) throws Exception {
        long start = System.nanoTime();
        double processorBefore = processorSeconds();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %.2f s, %.0f a second; %.2f s of processors%n",
                what, seconds, count / seconds, processorSeconds() - processorBefore);
    }

    /** Of all threads: tells more than the clock on a machine that does other things too. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    private static void memory() throws InterruptedException {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(200);
        Runtime machine = Runtime.getRuntime();
        System.out.printf(
                "heap: %.0f MB used, %.0f MB taken%n",
                (machine.totalMemory() - machine.freeMemory()) / 1e6, machine.totalMemory() / 1e6);
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
