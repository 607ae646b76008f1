package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.StoredObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that imports, opens what it left, and looks for everything that was acknowledged. The system property
 * {@code text2vec.kills} tells how often, {@code text2vec.seed} when.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("text2vec.kills", 3);
    private static final long SEED = Long.getLong("text2vec.seed", System.nanoTime());
    private static final int THREADS = 3;
    private static final int LONGEST_MILLIS = 1500;
    private static final Optional<String> NO_TENANT = Optional.empty();

    @TempDir
    Path directory;

    @Test
    void everythingAcknowledgedSurvivesTheProcessAndTheIndexIsReadable() throws Exception {
        System.out.printf("%d kills with seed %d%n", KILLS, SEED);
        Random random = new Random(SEED);
        TreeSet<Integer> stored = new TreeSet<>();
        TreeSet<Integer> deleted = new TreeSet<>();
        int next = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            List<Integer> acknowledged = importUntilKilled(next, random.nextInt(LONGEST_MILLIS), stored, deleted);
            next += 1_000_000;
            long start = System.nanoTime();
            try (LuceneEngine engine = LuceneEngine.open(LuceneSettings.of(directory))) {
                long opened = System.nanoTime() - start;
                checkAll(engine, stored, deleted);
                System.out.printf(
                        "kill %d: %d acknowledged, opened in %d ms, %d objects all there%n",
                        kill, acknowledged.size(), TimeUnit.NANOSECONDS.toMillis(opened), stored.size());
            }
        }
        assertThat(stored).isNotEmpty();
    }

    private List<Integer> importUntilKilled(int first, int millis, TreeSet<Integer> stored, TreeSet<Integer> deleted)
            throws IOException, InterruptedException {
        Path errors = directory.resolveSibling("errors.txt");
        KilledProcess process = KilledProcess.start(KilledImport.class, errors, directory, first, THREADS);
        List<Integer> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.output()) {
            String line = lines.readLine();
            assertThat(line)
                    .as(() -> "output of the import, whose errors were " + process.said())
                    .isNotNull();
            // Counted from its first line on, so that a slow start does not spare it.
            Thread killer = Thread.ofPlatform().start(() -> process.killAfter(millis));
            while (line != null) {
                for (String word : complete(line)) {
                    int number = Integer.parseInt(word);
                    acknowledged.add(Math.abs(number));
                    (word.startsWith("-") ? deleted : stored).add(Math.abs(number));
                }
                line = lines.readLine();
            }
            killer.join();
        }
        assertThat(process.process().waitFor()).as(process::said).isEqualTo(KilledProcess.KILLED);
        return acknowledged;
    }

    /** The numbers of a line; of the line in whose middle the process died, none. */
    private static List<String> complete(String line) {
        List<String> words = List.of(line.split(" "));
        boolean whole =
                words.size() == KilledImport.BATCH + 1 && words.getLast().equals(KilledImport.END);
        return whole ? words.subList(0, KilledImport.BATCH) : List.of();
    }

    private static void checkAll(LuceneEngine engine, TreeSet<Integer> stored, TreeSet<Integer> deleted) {
        List<Integer> numbers = List.copyOf(stored);
        List<Optional<StoredObject>> found = get(engine, numbers);
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            StoredObject expected = number % KilledImport.REWRITTEN == 0
                    ? Films.film(number, KilledImport.DIMENSIONS)
                    : Films.film(number, "first title", Films.vector(number, KilledImport.DIMENSIONS));
            assertThat(found.get(i)).as("object %d", number).isPresent();
            LuceneEngineTest.assertSame(found.get(i).orElseThrow(), expected);
        }
        assertThat(get(engine, List.copyOf(deleted))).allMatch(Optional::isEmpty);
        // The same once more from the index: a filter finds all that were written again, and no one deleted.
        for (int number : numbers.stream()
                .filter(one -> one % KilledImport.REWRITTEN == 0)
                .limit(50)
                .toList()) {
            assertThat(matching(engine, "film number " + number)).contains(Films.id(number));
        }
        long all = engine.count(KilledImport.COLLECTION, NO_TENANT, Optional.empty());
        assertThat(all).isGreaterThanOrEqualTo(numbers.size());
        assertThat(engine.count(KilledImport.COLLECTION, NO_TENANT, Optional.of(everything())))
                .isEqualTo(all);
    }

    private static List<Optional<StoredObject>> get(LuceneEngine engine, List<Integer> numbers) {
        return engine.get(
                KilledImport.COLLECTION,
                NO_TENANT,
                numbers.stream().map(Films::id).toList());
    }

    private static List<UUID> matching(LuceneEngine engine, String title) {
        return engine.delete(
                        KilledImport.COLLECTION,
                        NO_TENANT,
                        new Filter.Condition(
                                new FilterPath.Property("title"), FilterOperator.EQUAL, new Operand.Text(title)),
                        10_000,
                        true)
                .ids();
    }

    private static Filter everything() {
        return new Filter.Condition(
                new FilterPath.Property("year"), FilterOperator.GREATER_THAN, new Operand.Int(1000));
    }
}
