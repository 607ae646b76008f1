package io.text2vec.collections.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.filter.FilterLimits;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.CountingEmbedder;
import io.text2vec.collections.vectorize.KnownVectorizers;
import io.text2vec.collections.vectorize.VectorizeSettings;
import io.text2vec.embedder.EmbedException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImportTest {
    private static final int MANY = 100; // more than a few chunks

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final CountingEmbedder embedder = new CountingEmbedder("one");

    private final EmbeddingWrites writes = writes(2);

    private EmbeddingWrites writes(int chunksAtOnce) {
        return new EmbeddingWrites(
                engine,
                schema,
                new KnownVectorizers().beside(embedder),
                new BoundModel(engine),
                VectorizeSettings.DEFAULTS,
                new WriteSettings(chunksAtOnce, 10_000, FilterLimits.DEFAULT),
                InstantSource.system());
    }

    @BeforeEach
    void films() {
        schema.create(FilmClass.JSON);
    }

    private static ObjectInput film(int id, String title) {
        return new ObjectInput(
                "Film", Optional.empty(), Optional.of(new UUID(0, id)), Map.of("title", title), Map.of());
    }

    private static List<ObjectInput> films(int count) {
        return IntStream.range(0, count).mapToObj(i -> film(i, "film " + i)).toList();
    }

    private static CollectionException failure(Writes.Outcome outcome) {
        return ((Writes.Outcome.Failed) outcome).why();
    }

    @Test
    void everyObjectGetsItsVectorAndItsOutcomeInOrder() {
        List<Writes.Outcome> outcomes = writes.importAll(films(MANY));

        assertThat(outcomes).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(outcomes.get(i)).isInstanceOf(Writes.Outcome.Stored.class);
            assertThat(engine.objects("Film").get(new UUID(0, i)).vectors().get(""))
                    .containsExactly(CountingEmbedder.vector("film " + i));
        }
        assertThat(embedder.asked()).hasSizeLessThan(MANY / 10);
        assertThat(engine.writes()).hasSizeLessThan(MANY / 10);
    }

    @Test
    void theNextChunkIsEmbeddedWhileOneIsWritten() {
        List<CompletableFuture<Void>> held = new ArrayList<>();
        AtomicInteger aheadOfFirstWrite = new AtomicInteger();
        embedder.after(requests -> {
            if (engine.writes().isEmpty()) {
                aheadOfFirstWrite.incrementAndGet();
            }
            CompletableFuture<Void> gate = new CompletableFuture<>();
            held.add(gate);
            if (held.size() > 1) { // the first is answered when the second is there
                held.get(held.size() - 2).complete(null);
            }
            if (requests.size() < 32) {
                gate.complete(null); // the last
            }
            return gate;
        });
        writes.importAll(films(MANY));

        assertThat(aheadOfFirstWrite).hasValueGreaterThan(1);
        assertThat(engine.objects("Film")).hasSize(MANY);
    }

    @Test
    void aTextThatCantBeEmbeddedFailsItsObjectAlone() {
        embedder.fail(request -> request.text().equals("film 7")
                ? Optional.of(new EmbedException.TooLong("The text is too long"))
                : Optional.empty());
        List<Writes.Outcome> outcomes = writes.importAll(films(MANY));

        assertThat(failure(outcomes.get(7)))
                .isInstanceOf(CollectionException.NoVector.class)
                .hasMessageContaining("too long");
        assertThat(engine.objects("Film")).hasSize(MANY - 1).doesNotContainKey(new UUID(0, 7));
    }

    @Test
    void objectsThatCantBeReadFailAlone() {
        List<ObjectInput> objects = new ArrayList<>(films(5));
        objects.set(
                2, new ObjectInput("Film", Optional.empty(), Optional.empty(), Map.of("year", "nineteen"), Map.of()));
        objects.set(
                3, new ObjectInput("Film", Optional.empty(), Optional.empty(), Map.of(), Map.of("x", new float[] {1})));
        List<Writes.Outcome> outcomes = writes.importAll(objects);

        assertThat(failure(outcomes.get(2))).isInstanceOf(CollectionException.Invalid.class);
        assertThat(failure(outcomes.get(3))).isInstanceOf(CollectionException.Invalid.class);
        assertThat(engine.objects("Film")).hasSize(3);
    }

    @Test
    void ofOneIdTwiceTheLastThatIsValidStays() {
        writes.importAll(List.of(
                film(1, "first"),
                film(1, "second"),
                new ObjectInput(
                        "Film",
                        Optional.empty(),
                        Optional.of(new UUID(0, 1)),
                        Map.of("title", "third", "year", "x"),
                        Map.of())));

        assertThat(engine.objects("Film").get(new UUID(0, 1)).vectors().get(""))
                .containsExactly(CountingEmbedder.vector("second"));
    }

    @Test
    void theVectorOfAnEqualTextIsKept() {
        writes.importAll(films(5));
        embedder.asked().clear();
        writes.importAll(List.of(film(1, "film 1"), film(2, "other")));

        assertThat(embedder.texts()).containsExactly("other");
        assertThat(engine.objects("Film").get(new UUID(0, 1)).vectors().get(""))
                .containsExactly(CountingEmbedder.vector("film 1"));
    }

    @Test
    void theFirstVectorOfABatchFixesTheLengthForItsNeighbours() {
        List<Writes.Outcome> outcomes = writes.importAll(List.of(own(1, 2), own(1), own(3, 4)));

        assertThat(failure(outcomes.get(1))).isInstanceOf(CollectionException.Invalid.class);
        assertThat(engine.objects("Own")).hasSize(2);
    }

    private static ObjectInput own(float... vector) {
        return new ObjectInput("Own", Optional.empty(), Optional.empty(), Map.of("a", "b"), Map.of("default", vector));
    }

    @Test
    void overloadIsToldBeforeAnythingIsWritten() {
        embedder.room(0);

        assertThatThrownBy(() -> writes.importAll(films(3))).isInstanceOf(CollectionException.Busy.class);
        assertThat(engine.writes()).isEmpty();
    }

    @Test
    void overloadInTheMiddleFailsTheRestObjectByObject() {
        embedder.after(requests -> {
            if (engine.writes().size() == 1) {
                embedder.room(0);
            }
            return CompletableFuture.completedFuture(null);
        });
        List<Writes.Outcome> outcomes = writes(1).importAll(films(MANY * 2));

        assertThat(outcomes).doesNotContainNull();
        assertThat(outcomes.getFirst()).isInstanceOf(Writes.Outcome.Stored.class);
        assertThat(failure(outcomes.getLast())).isInstanceOf(CollectionException.Busy.class);
        long stored = outcomes.stream()
                .filter(Writes.Outcome.Stored.class::isInstance)
                .count();
        assertThat(engine.objects("Film")).hasSize((int) stored);
    }

    @Test
    void anImportLargerThanTheQueueGoesThroughInParts() {
        embedder.room(3);
        writes.importAll(films(MANY));

        assertThat(engine.objects("Film")).hasSize(MANY);
    }

    @Test
    void manyImportsAtOnceShareTheQueueAndAllEnd() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 6)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> writes.importAll(IntStream.range(0, MANY)
                                .mapToObj(j -> film(i * MANY + j, "film " + j))
                                .toList())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(engine.objects("Film")).hasSize(6 * MANY);
    }

    @Test
    void givenVectorsAreWrittenTogetherWithoutTheEmbedder() {
        writes.importAll(IntStream.range(0, 500).mapToObj(i -> own(i, 1)).toList());

        assertThat(engine.writes()).hasSize(1);
        assertThat(embedder.asked()).isEmpty();
    }
}
