package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantsTest {
    private static final String FILM = "Film";
    private static final int DIMENSIONS = 8;
    private static final int MOST_OPEN = 3;
    private static final Optional<String> A = Optional.of("a");
    private static final Optional<String> B = Optional.of("b");
    private static final Filter EVERYTHING =
            new Filter.Condition(new FilterPath.Property("year"), FilterOperator.GREATER_THAN, new Operand.Int(0));

    @TempDir
    Path directory;

    private LuceneEngine engine;

    @BeforeEach
    void twoTenants() {
        open();
        engine.create(Films.withTenants(FILM));
        create("a", "b");
    }

    private void open() {
        LuceneSettings usual = LuceneSettings.of(directory);
        engine = LuceneEngine.open(new LuceneSettings(
                directory,
                usual.durability(),
                usual.bufferBytes(),
                usual.logBytes(),
                usual.threads(),
                MOST_OPEN,
                usual.hybridDepth()));
    }

    private void reopen() {
        engine.close();
        open();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void tenantsAreListedByName() {
        create("c", "Z");

        assertThat(names()).containsExactly("Z", "a", "b", "c");
        assertThat(engine.tenants().orElseThrow().find(FILM, "c")).contains(new Tenant("c", Activity.HOT));
        assertThat(engine.tenants().orElseThrow().find(FILM, "d")).isEmpty();
    }

    @Test
    void namesThatDifferInCaseAloneAreTwoTenants() {
        create("A");
        put(A, 1);

        assertThat(count(Optional.of("A"))).isZero();
        assertThat(shardFolders().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aTenantThatIsThereStaysAsItIs() {
        put(A, 1);
        engine.tenants().orElseThrow().create(FILM, List.of(new Tenant("a", Activity.COLD)));

        assertThat(engine.tenants().orElseThrow().find(FILM, "a")).contains(new Tenant("a", Activity.HOT));
        assertThat(count(A)).isEqualTo(1);
    }

    @Test
    void anIdIsOfItsTenantAlone() {
        put(A, 1);
        engine.write(FILM, B, List.of(new Write.Put(Films.film(1, "of b", Films.vector(1, DIMENSIONS)))));

        assertThat(title(A, 1)).isEqualTo("film number 1");
        assertThat(title(B, 1)).isEqualTo("of b");

        engine.write(FILM, B, List.of(new Write.Delete(Films.id(1))));
        assertThat(found(B, 1)).isFalse();
        assertThat(found(A, 1)).isTrue();
    }

    @Test
    void searchesSeeTheirTenantAlone() {
        put(A, 1, 2, 3);
        put(B, 4);

        assertThat(ids(A, new Ranking.None())).containsExactlyInAnyOrder(id(1), id(2), id(3));
        assertThat(ids(B, new Ranking.None())).containsExactly(id(4));
        Ranking words = new Ranking.Keyword("film", List.of(), Match.ANY);
        assertThat(ids(A, words)).containsExactlyInAnyOrder(id(1), id(2), id(3));
        assertThat(ids(B, words)).containsExactly(id(4));
        Ranking near = near(Films.vector(1, DIMENSIONS));
        assertThat(ids(A, near)).hasSize(3).startsWith(id(1));
        assertThat(ids(B, near)).containsExactly(id(4));
    }

    @Test
    void countsAndDeletionsAreOfOneTenant() {
        put(A, 1, 2);
        put(B, 1, 2, 3);

        assertThat(count(A)).isEqualTo(2);
        assertThat(engine.count(FILM, B, Optional.of(EVERYTHING))).isEqualTo(3);
        assertThat(engine.delete(FILM, A, EVERYTHING, 10, false).matches()).isEqualTo(2);
        assertThat(count(A)).isZero();
        assertThat(count(B)).isEqualTo(3);
    }

    @Test
    void eachTenantHasVectorsOfItsOwnLength() {
        put(A, 1);
        assertThat(engine.vectorLength(FILM, A, VectorDef.LEGACY)).hasValue(DIMENSIONS);
        assertThat(engine.vectorLength(FILM, B, VectorDef.LEGACY)).isEmpty();

        assertThat(engine.write(FILM, B, List.of(new Write.Put(Films.film(2, 5)))))
                .containsExactly(Optional.empty());
        assertThat(engine.write(FILM, A, List.of(new Write.Put(Films.film(2, 5))))
                        .getFirst())
                .isPresent();
        reopen();
        assertThat(engine.vectorLength(FILM, B, VectorDef.LEGACY)).hasValue(5);
    }

    @Test
    void aCallNeedsATenantThatIsThere() {
        assertThatThrownBy(() -> count(Optional.empty()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("name one");
        assertThatThrownBy(() -> put(Optional.of("c"), 1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no tenant c");
        assertThat(shardFolders()).isEmpty();
    }

    @Test
    void aCollectionWithoutTenantsTakesNone() {
        engine.create(Films.collection("Plain"));

        assertThatThrownBy(() -> engine.count("Plain", A, Optional.empty())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> engine.tenants().orElseThrow().all("Plain")).isInstanceOf(Invalid.class);
    }

    @Test
    void aColdTenantIsClosedAndRefusedUntilItIsWoken() {
        put(A, 1);
        set("a", Activity.COLD);

        assertThat(shard("a").open()).isFalse();
        assertThat(shard("a").objects()).isEqualTo(1);
        assertThatThrownBy(() -> count(A)).isInstanceOf(Invalid.class).hasMessageContaining("not active");
        assertThatThrownBy(() -> put(A, 2)).isInstanceOf(Invalid.class);

        set("a", Activity.HOT);
        put(A, 2);
        assertThat(count(A)).isEqualTo(2);
    }

    @Test
    void tenantsAndTheirActivityAreThereAfterAStart() {
        put(A, 1);
        set("b", Activity.COLD);
        engine.tenants().orElseThrow().delete(FILM, List.of("a", "never"));
        create("c");
        put(Optional.of("c"), 3);

        reopen();

        assertThat(engine.tenants().orElseThrow().all(FILM))
                .containsExactly(new Tenant("b", Activity.COLD), new Tenant("c", Activity.HOT));
        assertThat(found(Optional.of("c"), 3)).isTrue();
    }

    @Test
    void anUnknownTenantAmongThoseToChangeChangesNone() {
        assertThatThrownBy(() -> engine.tenants()
                        .orElseThrow()
                        .update(FILM, List.of(new Tenant("a", Activity.COLD), new Tenant("z", Activity.COLD))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no tenant z");

        assertThat(engine.tenants().orElseThrow().find(FILM, "a")).contains(new Tenant("a", Activity.HOT));
    }

    @Test
    void aDeletedTenantLeavesNothing() {
        put(A, 1);
        put(B, 2);
        engine.tenants().orElseThrow().delete(FILM, List.of("a"));

        assertThat(shardFolders()).hasSize(1);
        assertThatThrownBy(() -> count(A)).isInstanceOf(Invalid.class);
        create("a");
        assertThat(count(A)).isZero();
        assertThat(count(B)).isEqualTo(1);
    }

    @Test
    void onlySoManyTenantsAreOpenAndNoWriteIsLost() {
        List<String> all = IntStream.range(0, 20).mapToObj(i -> "t" + i).toList();
        create(all.toArray(String[]::new));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < all.size(); i++) {
                put(Optional.of(all.get(i)), 100 * round + i);
            }
        }

        assertThat(engine.shards(FILM).stream().filter(Engine.Shard::open)).hasSizeLessThanOrEqualTo(MOST_OPEN);
        assertThat(shard("t19").open()).isTrue();
        assertThat(shard("t0").open()).isFalse();
        for (int i = 0; i < all.size(); i++) {
            assertThat(ids(Optional.of(all.get(i)), new Ranking.None())).containsExactlyInAnyOrder(id(i), id(100 + i));
        }
    }

    @Test
    void noTenantIsOpenAfterAStartAndTheirSizesAreKnown() {
        put(A, 1, 2);
        reopen();

        assertThat(engine.shards(FILM))
                .containsExactly(new Engine.Shard("a", 2, false, false), new Engine.Shard("b", 0, false, false));
    }

    @Test
    void aTenantTakesFewFilesOnceItIsClosed() throws IOException {
        put(A, IntStream.range(0, 100).toArray());
        set("a", Activity.COLD);

        try (Stream<Path> files = Files.walk(collectionFolder().resolve("shards"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeLessThan(20);
        }
    }

    @Test
    void aClosedTenantHasNoFileOpen() throws IOException {
        Path files = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(files), "LEFT OUT: needs /proc");
        put(A, 1);
        assertThat(openFiles(files)).isNotEmpty();

        set("a", Activity.COLD);
        assertThat(openFiles(files)).isEmpty();
    }

    private List<Path> openFiles(Path files) throws IOException {
        Path shards = collectionFolder().resolve("shards").toRealPath();
        List<Path> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                try {
                    open.add(Files.readSymbolicLink(file));
                } catch (NoSuchFileException closedMeanwhile) {
                    // That of the listing itself.
                }
            }
        }
        return open.stream().filter(file -> file.startsWith(shards)).toList();
    }

    @Test
    void aTenantThatGrowsKeepsTheOrderOfWritesToAnObject() {
        for (int batch = 0; batch < 6; batch++) {
            List<Write> writes = new ArrayList<>();
            for (int number = 1; number <= 500; number++) {
                writes.add(new Write.Put(Films.film(batch * 500 + number, DIMENSIONS)));
                writes.add(new Write.Put(Films.film(0, batch + " " + number, Films.vector(0, DIMENSIONS))));
            }
            assertThat(engine.write(FILM, A, writes)).allMatch(Optional::isEmpty);
            assertThat(title(A, 0)).isEqualTo(batch + " 500");
        }
        assertThat(count(A)).isEqualTo(3001);
        reopen();
        assertThat(title(A, 0)).isEqualTo("5 500");
    }

    @Test
    void manyCallersOfManyTenantsSeeWhatTheyWrote() throws Exception {
        int tenants = 12;
        create(IntStream.range(0, tenants).mapToObj(i -> "t" + i).toArray(String[]::new));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int number = i;
                Optional<String> tenant = Optional.of("t" + i % tenants);
                calls.add(() -> {
                    put(tenant, number);
                    return found(tenant, number);
                });
            }
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        }
        long all = engine.shards(FILM).stream().mapToLong(Engine.Shard::objects).sum();
        assertThat(all).isEqualTo(400);
    }

    @Test
    void tenantsComeAndGoWhileOthersAreWritten() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int number = i;
                String name = "t" + i % 4;
                calls.add(threads.submit(() -> {
                    create(name);
                    try {
                        put(Optional.of(name), number);
                    } catch (Invalid deletedMeanwhile) {
                        assertThat(deletedMeanwhile).hasMessageContaining("no tenant");
                    }
                    engine.tenants().orElseThrow().delete(FILM, List.of(name));
                    put(A, number);
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(count(A)).isEqualTo(60);
        assertThat(shardFolders()).hasSize(1);
    }

    @Test
    void aReadOnlyShardTakesNoWritesUntilItIsReady() {
        put(A, 1);
        engine.setReadOnly(FILM, "a", true);

        assertThat(shard("a").readOnly()).isTrue();
        assertThatThrownBy(() -> put(A, 2)).isInstanceOf(EngineFailed.class).hasMessageContaining("READONLY");
        assertThatThrownBy(() -> engine.delete(FILM, A, EVERYTHING, 10, false)).isInstanceOf(EngineFailed.class);
        assertThat(count(A)).isEqualTo(1);
        put(B, 2);

        engine.setReadOnly(FILM, "a", false);
        put(A, 2);
        assertThat(count(A)).isEqualTo(2);
        assertThatThrownBy(() -> engine.setReadOnly(FILM, "z", true)).isInstanceOf(Invalid.class);
    }

    @Test
    void aTenantWhoseFilesAreDamagedSaysSoAndHarmsNoOther() throws IOException {
        put(A, 1);
        put(B, 2);
        engine.close();
        Path log = shardFiles("a-")
                .filter(file -> file.toString().endsWith(".log"))
                .findFirst()
                .orElseThrow();
        Files.write(log, new byte[] {1, 2, 3});
        open();

        assertThatThrownBy(() -> found(A, 1))
                .isInstanceOf(EngineFailed.class)
                .hasMessageContaining("Tenant a of collection Film")
                .hasMessageContaining("delete the tenant");
        assertThat(found(B, 2)).isTrue();
        assertThat(engine.shards(FILM))
                .containsExactly(Engine.Shard.damaged("a"), new Engine.Shard("b", 1, false, true));
        engine.tenants().orElseThrow().delete(FILM, List.of("a"));
        create("a");
        put(A, 3);
        assertThat(count(A)).isEqualTo(1);
    }

    @Test
    void aTenantWhoseFolderIsMissingIsNoEmptyTenant() throws IOException {
        put(A, 1);
        engine.close();
        Path folder = collectionFolder()
                .resolve("shards")
                .resolve(shardFolders().findFirst().orElseThrow());
        Files.move(folder, directory.resolve("collections").resolveSibling("aside"));
        open();

        assertThatThrownBy(() -> count(A)).isInstanceOf(EngineFailed.class).hasMessageContaining("Tenant a");
    }

    @Test
    void whatACrashLeftOfAShardIsRemoved() throws IOException {
        put(A, 1);
        engine.close();
        Path shards = collectionFolder().resolve("shards");
        Files.createDirectories(shards.resolve("gone-0123456789abcdef").resolve("log"));
        open();

        assertThat(shardFolders()).hasSize(1);
        assertThat(found(A, 1)).isTrue();
    }

    @Test
    void aDeletedCollectionTakesItsTenantsAlong() {
        put(A, 1);
        engine.delete(FILM);
        engine.create(Films.withTenants(FILM));

        assertThat(names()).isEmpty();
        create("a");
        assertThat(count(A)).isZero();
    }

    private void create(String... names) {
        engine.tenants()
                .orElseThrow()
                .create(
                        FILM,
                        Stream.of(names)
                                .map(name -> new Tenant(name, Activity.HOT))
                                .toList());
    }

    private void set(String name, Activity activity) {
        engine.tenants().orElseThrow().update(FILM, List.of(new Tenant(name, activity)));
    }

    private List<String> names() {
        return engine.tenants().orElseThrow().all(FILM).stream()
                .map(Tenant::name)
                .toList();
    }

    private void put(Optional<String> tenant, int... numbers) {
        List<Write> writes = IntStream.of(numbers)
                .<Write>mapToObj(number -> new Write.Put(Films.film(number, DIMENSIONS)))
                .toList();
        assertThat(engine.write(FILM, tenant, writes)).allMatch(Optional::isEmpty);
    }

    private boolean found(Optional<String> tenant, int number) {
        return engine.get(FILM, tenant, List.of(id(number))).getFirst().isPresent();
    }

    private String title(Optional<String> tenant, int number) {
        return ((Value.Text) engine.get(FILM, tenant, List.of(id(number)))
                        .getFirst()
                        .orElseThrow()
                        .properties()
                        .get("title"))
                .text();
    }

    private long count(Optional<String> tenant) {
        return engine.count(FILM, tenant, Optional.empty());
    }

    private Engine.Shard shard(String name) {
        return engine.shards(FILM).stream()
                .filter(shard -> shard.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static UUID id(int number) {
        return Films.id(number);
    }

    private static Ranking near(float[] vector) {
        return new Ranking.Near(
                List.of(new Ranking.Target(VectorDef.LEGACY, vector, 1)),
                Targets.Combination.MINIMUM,
                OptionalDouble.empty());
    }

    private List<UUID> ids(Optional<String> tenant, Ranking ranking) {
        return engine
                .search(new Query(
                        engine.collection(FILM).orElseThrow(),
                        tenant,
                        ranking,
                        Optional.empty(),
                        10,
                        0,
                        Optional.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        new Wanted(true, Set.of(), false, false)))
                .hits()
                .stream()
                .map(Hit::object)
                .map(object -> object.id())
                .toList();
    }

    private Path collectionFolder() {
        try (Stream<Path> folders = Files.list(directory.resolve("collections"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("film-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> shardFolders() {
        try (Stream<Path> folders = Files.list(collectionFolder().resolve("shards"))) {
            return folders.map(folder -> folder.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> shardFiles(String start) throws IOException {
        String folder = shardFolders()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files =
                Files.walk(collectionFolder().resolve("shards").resolve(folder))) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
