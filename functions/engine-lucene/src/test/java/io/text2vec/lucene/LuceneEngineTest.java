package io.text2vec.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.CollectionException.NotReady;
import io.text2vec.collections.engine.Engine.Deleted;
import io.text2vec.collections.engine.Query;
import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneEngineTest {
    private static final int DIMENSIONS = 8;
    private static final Optional<String> NO_TENANT = Optional.empty();

    @TempDir
    Path directory;

    private LuceneEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneEngine.open(LuceneSettings.of(directory));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aNewDirectoryHasNoCollections() {
        assertThat(engine.collections()).isEmpty();
        assertThat(engine.collection("Film")).isEmpty();
    }

    @Test
    void collectionsAreThereAfterAStart() {
        engine.create(Films.collection("Film"));
        engine.create(Films.collection("Actor"));

        reopen();

        assertThat(engine.collections()).containsExactly(Films.collection("Actor"), Films.collection("Film"));
    }

    @Test
    void namesThatDifferInCaseAloneAreTwoCollections() {
        engine.create(Films.collection("Minimal"));
        engine.create(Films.collection("MINIMAL"));
        put("Minimal", 1);

        reopen();

        assertThat(engine.count("Minimal", NO_TENANT, Optional.empty())).isEqualTo(1);
        assertThat(engine.count("MINIMAL", NO_TENANT, Optional.empty())).isZero();
        assertThat(folders().map(folder -> folder.getFileName().toString().toLowerCase(java.util.Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameIsTakenOnce() {
        engine.create(Films.collection("Film"));

        assertThatThrownBy(() -> engine.create(Films.collection("Film"))).isInstanceOf(Invalid.class);
    }

    @Test
    void aCollectionOfTheLongestNameIsMade() {
        String longest = "F".repeat(255);
        engine.create(Films.collection(longest));

        reopen();

        assertThat(engine.collection(longest)).isPresent();
    }

    @Test
    void aDefinitionIsReplaced() {
        engine.create(Films.collection("Film"));
        CollectionDef described = described(Films.collection("Film"));

        engine.update(described);
        assertThat(engine.collection("Film")).contains(described);

        reopen();
        assertThat(engine.collection("Film")).contains(described);
    }

    @Test
    void aDeletedCollectionLeavesNothing() {
        engine.create(Films.collection("Film"));
        put("Film", 1);

        engine.delete("Film");
        engine.delete("Film");

        assertThat(engine.collections()).isEmpty();
        assertThat(folders()).isEmpty();
        engine.create(Films.collection("Film"));
        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isZero();
    }

    @Test
    void theModelIsRemembered() {
        engine.create(Films.collection("Film"));
        assertThat(engine.model("Film")).isEmpty();

        engine.bindModel("Film", "model and recipe");

        assertThat(engine.model("Film")).contains("model and recipe");
        reopen();
        assertThat(engine.model("Film")).contains("model and recipe");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        engine.create(Films.collection("Film"));
        put("Film", 1, 2, 3);

        assertReadBack(get(3, 4, 1));
        reopen();
        assertReadBack(get(3, 4, 1));
    }

    private static void assertReadBack(List<Optional<StoredObject>> found) {
        assertThat(found).hasSize(3);
        assertSame(found.get(0).orElseThrow(), Films.film(3, DIMENSIONS));
        assertThat(found.get(1)).isEmpty();
        assertSame(found.get(2).orElseThrow(), Films.film(1, DIMENSIONS));
    }

    @Test
    void whatIsReadIsWhatWasWrittenLastBeforeAndAfterASearch() {
        engine.create(Films.collection("Film"));
        put("Film", 1);
        write(new Write.Put(Films.film(1, "renamed", Films.vector(9, DIMENSIONS))));

        assertThat(title(1)).isEqualTo("renamed");
        assertThat(count(year(1901))).isEqualTo(1);
        assertThat(title(1)).isEqualTo("renamed");

        write(new Write.Delete(Films.id(1)));
        assertThat(get(1).getFirst()).isEmpty();
        assertThat(count(year(1901))).isZero();
        assertThat(get(1).getFirst()).isEmpty();
    }

    @Test
    void ofTheSameIdTheLastWriteOfACallStays() {
        engine.create(Films.collection("Film"));
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            writes.add(new Write.Put(Films.film(1, "title " + i, Films.vector(i, DIMENSIONS))));
        }
        write(writes.toArray(Write[]::new));

        assertThat(title(1)).isEqualTo("title 299");
        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isEqualTo(1);
        assertThat(count(year(1901))).isEqualTo(1);
        reopen();
        assertThat(title(1)).isEqualTo("title 299");
    }

    @Test
    void aSearchSeesEveryWriteBeforeIt() {
        engine.create(Films.collection("Film"));
        for (int number = 1; number <= 30; number++) {
            put("Film", number);
            assertThat(count(year(1900 + number))).isEqualTo(1);
        }
    }

    @Test
    void theNearestIsFoundAsSoonAsItIsWritten() {
        engine.create(Films.collection("Film"));
        for (int number = 1; number <= 20; number++) {
            put("Film", number);
            assertThat(nearest(number)).isEqualTo(Films.id(number));
        }
        write(new Write.Delete(Films.id(7)));
        assertThat(nearest(7)).isNotEqualTo(Films.id(7));
        reopen();
        assertThat(nearest(8)).isEqualTo(Films.id(8));
        assertThat(nearest(7)).isNotEqualTo(Films.id(7));
    }

    private UUID nearest(int number) {
        Ranking near = new Ranking.Near(
                List.of(new Ranking.Target(VectorDef.LEGACY, Films.vector(number, DIMENSIONS), 1)),
                Targets.Combination.MINIMUM,
                OptionalDouble.empty());
        SearchResult found = engine.search(new Query(
                engine.collection("Film").orElseThrow(),
                NO_TENANT,
                near,
                Optional.empty(),
                1,
                0,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Wanted.NOTHING));
        return found.hits().getFirst().object().id();
    }

    @Test
    void countsObjectsAsTheyComeAndGo() {
        engine.create(Films.collection("Film"));
        put("Film", 1, 2, 3);
        put("Film", 2);
        write(new Write.Delete(Films.id(3)), new Write.Delete(Films.id(3)), new Write.Delete(Films.id(77)));

        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isEqualTo(2);
        assertThat(engine.shards("Film")).singleElement().satisfies(shard -> assertThat(shard.objects())
                .isEqualTo(2));
        reopen();
        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isEqualTo(2);
    }

    @Test
    void aVectorOfAnotherLengthFailsAloneAndIsNotThereAfterAStart() {
        engine.create(Films.collection("Film"));
        assertThat(engine.vectorLength("Film", NO_TENANT, VectorDef.LEGACY)).isEmpty();
        var outcomes = engine.write(
                "Film",
                NO_TENANT,
                List.of(
                        new Write.Put(Films.film(1, DIMENSIONS)),
                        new Write.Put(Films.film(2, DIMENSIONS + 1)),
                        new Write.Put(Films.film(3, DIMENSIONS))));

        assertThat(outcomes.get(0)).isEmpty();
        assertThat(outcomes.get(1)).get().isInstanceOf(Invalid.class);
        assertThat(outcomes.get(2)).isEmpty();
        assertThat(engine.vectorLength("Film", NO_TENANT, VectorDef.LEGACY)).hasValue(DIMENSIONS);
        reopen();
        assertThat(get(1, 2, 3).stream().map(Optional::isPresent)).containsExactly(true, false, true);
        assertThat(engine.vectorLength("Film", NO_TENANT, VectorDef.LEGACY)).hasValue(DIMENSIONS);
        assertThat(engine.write("Film", NO_TENANT, List.of(new Write.Put(Films.film(4, 3))))
                        .getFirst())
                .get()
                .isInstanceOf(Invalid.class);
    }

    @Test
    void deletesWhatFitsInTheOrderOfIds() {
        engine.create(Films.collection("Film"));
        put("Film", IntStream.range(0, 100).toArray());
        write(new Write.Put(Films.film(200, DIMENSIONS)), new Write.Put(Films.film(300, DIMENSIONS)));
        List<UUID> fitting = Stream.of(0, 200, 300)
                .map(Films::id)
                .sorted(java.util.Comparator.comparing(UUID::toString))
                .toList();

        Deleted seen = engine.delete("Film", NO_TENANT, year(1900), 2, true);
        assertThat(seen).isEqualTo(new Deleted(2, fitting.subList(0, 2)));
        assertThat(count(year(1900))).isEqualTo(3);

        assertThat(engine.delete("Film", NO_TENANT, year(1900), 2, false)).isEqualTo(seen);
        assertThat(count(year(1900))).isEqualTo(1);
        assertThat(engine.delete("Film", NO_TENANT, year(1900), 2, false).ids()).containsExactly(fitting.get(2));
        reopen();
        assertThat(count(year(1900))).isZero();
        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isEqualTo(99);
    }

    @Test
    void manyThreadsWriteAndReadAtOnce() throws InterruptedException {
        engine.create(Films.collection("Film"));
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int thread = 0; thread < 8; thread++) {
            int first = thread * 50;
            Thread started = Thread.ofPlatform().unstarted(() -> {
                for (int number = first; number < first + 50; number++) {
                    put("Film", number);
                    // All write this one too: whoever was last, the index and the log must agree.
                    write(new Write.Put(Films.film(1000, "of " + number, Films.vector(number, DIMENSIONS))));
                    assertThat(get(number).getFirst()).isPresent();
                    if (number % 10 == 0) {
                        assertThat(count(year(1900 + number % 100))).isPositive();
                    }
                }
            });
            started.setUncaughtExceptionHandler((which, failure) -> failures.add(failure));
            started.start();
            threads.add(started);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        String last = title(1000);
        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isEqualTo(401);
        assertThat(count(year(1900))).isEqualTo(5);
        assertThat(title(1000)).isEqualTo(last);
        reopen();
        assertThat(title(1000)).isEqualTo(last);
        assertThat(engine.count("Film", NO_TENANT, Optional.empty())).isEqualTo(401);
    }

    @Test
    void whatIsInNoCollectionIsNotFound() {
        assertThatThrownBy(() -> engine.get("Film", NO_TENANT, List.of(Films.id(1))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> engine.write("Film", NO_TENANT, List.of())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> engine.shards("Film")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> engine.update(Films.collection("Film"))).isInstanceOf(NotFound.class);
    }

    @Test
    void afterClosingNothingIsReady() {
        engine.create(Films.collection("Film"));
        engine.close();

        assertThatThrownBy(() -> engine.collections()).isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> engine.write("Film", NO_TENANT, List.of())).isInstanceOf(NotReady.class);
        engine.close();
    }

    @Test
    void aSecondOpeningOfTheDirectoryIsRefused() {
        assertThatThrownBy(() -> LuceneEngine.open(LuceneSettings.of(directory)))
                .isInstanceOf(EngineFailed.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("another process")
                .hasMessageContaining("PERSISTENCE_DATA_PATH");
    }

    private void reopen() {
        engine.close();
        engine = LuceneEngine.open(LuceneSettings.of(directory));
    }

    private void put(String collection, int... numbers) {
        List<Write> writes = Arrays.stream(numbers)
                .<Write>mapToObj(number -> new Write.Put(Films.film(number, DIMENSIONS)))
                .toList();
        assertThat(engine.write(collection, NO_TENANT, writes))
                .hasSize(numbers.length)
                .allMatch(Optional::isEmpty);
    }

    private void write(Write... writes) {
        assertThat(engine.write("Film", NO_TENANT, List.of(writes)))
                .hasSize(writes.length)
                .allMatch(Optional::isEmpty);
    }

    private List<Optional<StoredObject>> get(int... numbers) {
        return engine.get(
                "Film", NO_TENANT, Arrays.stream(numbers).mapToObj(Films::id).toList());
    }

    private String title(int number) {
        return ((Value.Text) get(number).getFirst().orElseThrow().properties().get("title")).text();
    }

    private long count(Filter filter) {
        return engine.count("Film", NO_TENANT, Optional.of(filter));
    }

    private static Filter year(int year) {
        return new Filter.Condition(new FilterPath.Property("year"), FilterOperator.EQUAL, new Operand.Int(year));
    }

    private Stream<Path> folders() {
        try (Stream<Path> folders = Files.list(directory.resolve("collections"))) {
            return folders.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static CollectionDef described(CollectionDef film) {
        return new CollectionDef(
                film.name(),
                Optional.of("what is shown"),
                film.properties(),
                film.namedVectors(),
                film.vectors(),
                film.invertedIndex(),
                film.multiTenancy(),
                film.replication(),
                film.sharding(),
                film.moduleConfig());
    }

    static void assertSame(StoredObject found, StoredObject written) {
        assertThat(found.id()).isEqualTo(written.id());
        assertThat(found.created()).isEqualTo(written.created());
        assertThat(found.updated()).isEqualTo(written.updated());
        assertThat(found.properties()).isEqualTo(written.properties());
        assertThat(found.vectors()).usingRecursiveComparison().isEqualTo(written.vectors());
        assertThat(Map.copyOf(found.vectors()).keySet())
                .isEqualTo(written.vectors().keySet());
    }
}
