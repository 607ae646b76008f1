package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that makes, fills, puts to sleep and removes tenants, opens what it left, and looks for everything that was
 * acknowledged. The system property {@code text2vec.kills} tells how often, {@code text2vec.seed} when.
 */
class KillTenantsTest {
    private static final int KILLS = Integer.getInteger("text2vec.kills", 3);
    private static final long SEED = Long.getLong("text2vec.seed", System.nanoTime());
    private static final int THREADS = 3;
    private static final int LONGEST_MILLIS = 1500;

    @TempDir
    Path directory;

    /** The last step of each tenant that was acknowledged. */
    private final Map<Integer, String> steps = new TreeMap<>();

    @Test
    void tenantsTheirActivityAndTheirObjectsSurviveTheProcess() throws Exception {
        System.out.printf("%d kills with seed %d%n", KILLS, SEED);
        Random random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            workUntilKilled(1_000_000 * (kill - 1), random.nextInt(LONGEST_MILLIS));
            try (LuceneEngine engine = KilledTenants.open(directory)) {
                checkAll(engine);
            }
            System.out.printf("kill %d: %d tenants acknowledged, all as they were%n", kill, steps.size());
        }
        assertThat(steps).isNotEmpty();
    }

    private void workUntilKilled(int first, int millis) throws IOException, InterruptedException {
        Path errors = directory.resolveSibling("errors-of-tenants.txt");
        KilledProcess process = KilledProcess.start(KilledTenants.class, errors, directory, first, THREADS);
        try (BufferedReader lines = process.output()) {
            String line = lines.readLine();
            assertThat(line)
                    .as(() -> "output, whose errors were " + process.said())
                    .isNotNull();
            Thread killer = null;
            while (line != null) {
                String[] words = line.split(" ");
                if (words.length == 3 && words[2].equals(".")) { // not cut off in its middle
                    steps.put(Integer.valueOf(words[1]), words[0]);
                    if (killer == null && words[0].equals("filled")) { // so that a slow start does not spare it
                        killer = Thread.ofPlatform().start(() -> process.killAfter(millis));
                    }
                }
                line = lines.readLine();
            }
            assertThat(killer).as(process::said).isNotNull();
            killer.join();
        }
        assertThat(process.process().waitFor()).as(process::said).isEqualTo(KilledProcess.KILLED);
    }

    private void checkAll(LuceneEngine engine) throws IOException {
        Map<String, Activity> there = new HashMap<>();
        engine.tenants()
                .orElseThrow()
                .all(KilledTenants.COLLECTION)
                .forEach(tenant -> there.put(tenant.name(), tenant.activity()));
        Map<String, Engine.Shard> shards = new HashMap<>();
        engine.shards(KilledTenants.COLLECTION).forEach(shard -> shards.put(shard.name(), shard));
        assertThat(shards.keySet()).isEqualTo(there.keySet());
        assertThat(shards.values().stream().filter(Engine.Shard::open)).hasSizeLessThanOrEqualTo(4);
        steps.forEach((number, step) -> check(engine, number, step, there, shards));
        assertNothingElse(there.keySet());
    }

    private static void check(
            LuceneEngine engine,
            int number,
            String step,
            Map<String, Activity> there,
            Map<String, Engine.Shard> shards) {
        String name = KilledTenants.name(number);
        switch (step) {
            case "made" -> assertThat(there).containsKey(name);
            case "filled" -> {
                assertThat(there).containsKey(name);
                assertThat(shards.get(name).objects()).as(name).isEqualTo(KilledTenants.OBJECTS);
                if (there.get(name) == Activity.HOT) {
                    assertAllObjects(engine, number);
                }
            }
            case "asleep" -> {
                assertThat(there).containsEntry(name, Activity.COLD);
                assertThat(shards.get(name).objects()).as(name).isEqualTo(KilledTenants.OBJECTS);
                Tenant awake = new Tenant(name, Activity.HOT);
                engine.tenants().orElseThrow().update(KilledTenants.COLLECTION, List.of(awake));
                assertAllObjects(engine, number);
                Tenant asleep = new Tenant(name, Activity.COLD);
                engine.tenants().orElseThrow().update(KilledTenants.COLLECTION, List.of(asleep));
            }
            case "removing" -> {
                if (there.containsKey(name)) {
                    assertAllObjects(engine, number);
                }
            }
            case "removed" -> assertThat(there).doesNotContainKey(name);
            default -> throw new AssertionError(step + " " + number);
        }
    }

    private static void assertAllObjects(LuceneEngine engine, int number) {
        Optional<String> tenant = Optional.of(KilledTenants.name(number));
        List<Integer> objects = IntStream.range(0, KilledTenants.OBJECTS)
                .map(each -> KilledTenants.object(number, each))
                .boxed()
                .toList();
        var found = engine.get(
                KilledTenants.COLLECTION,
                tenant,
                objects.stream().map(Films::id).toList());
        for (int i = 0; i < objects.size(); i++) {
            LuceneEngineTest.assertSame(
                    found.get(i).orElseThrow(), Films.film(objects.get(i), KilledTenants.DIMENSIONS));
        }
        assertThat(engine.count(KilledTenants.COLLECTION, tenant, Optional.empty()))
                .isEqualTo(KilledTenants.OBJECTS);
    }

    /** Of a tenant that is gone no file is left. */
    private void assertNothingElse(Set<String> names) throws IOException {
        Path shards;
        try (Stream<Path> collections = Files.list(directory.resolve("collections"))) {
            shards = collections.findFirst().orElseThrow().resolve("shards");
        }
        Set<String> folders = new HashSet<>();
        try (Stream<Path> all = Files.list(shards)) {
            all.forEach(folder -> folders.add(folder.getFileName().toString()));
        }
        folders.removeIf(folder -> names.contains(folder.substring(0, folder.lastIndexOf('-'))));
        assertThat(folders).isEmpty();
    }
}
