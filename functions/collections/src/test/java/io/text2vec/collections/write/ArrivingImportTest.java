package io.text2vec.collections.write;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArrivingImportTest {
    private static final int CHUNK = 32;

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final CountingEmbedder embedder = new CountingEmbedder("one");
    private final EmbeddingWrites writes = new EmbeddingWrites(
            engine,
            schema,
            new KnownVectorizers().beside(embedder),
            new BoundModel(engine),
            VectorizeSettings.DEFAULTS,
            new WriteSettings(2, 10_000, FilterLimits.DEFAULT),
            InstantSource.system());

    @BeforeEach
    void films() {
        schema.create(FilmClass.JSON);
    }

    /** Some objects, to which others may be added while they are imported. */
    private class Coming implements Arrivals {
        final Deque<ObjectInput> objects = new ArrayDeque<>();
        final List<Told> outcomes = new ArrayList<>();
        boolean wanted = true;
        Runnable asked = () -> {}; // each time that there is no room

        Coming(List<ObjectInput> first) {
            objects.addAll(first);
        }

        @Override
        public Optional<ObjectInput> next() {
            return Optional.ofNullable(objects.poll());
        }

        @Override
        public void told(List<Told> some) {
            outcomes.addAll(some);
        }

        @Override
        public boolean wanted() {
            asked.run();
            return wanted;
        }

        List<Integer> stored() {
            return outcomes.stream()
                    .filter(told -> told.outcome() instanceof Writes.Outcome.Stored)
                    .map(Told::index)
                    .sorted()
                    .toList();
        }

        CollectionException failure(int index) {
            return outcomes.stream()
                    .filter(told -> told.index() == index)
                    .map(told -> ((Writes.Outcome.Failed) told.outcome()).why())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<ObjectInput> films(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> new ObjectInput(
                        "Film",
                        Optional.empty(),
                        Optional.of(new UUID(0, id)),
                        Map.of("title", "film " + id),
                        Map.of()))
                .toList();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void whatComesWhileOthersAreWrittenIsTakenAlongAndEachIsToldOnce() {
        Coming coming = new Coming(films(0, 3 * CHUNK)) {
            private int more = 2;

            @Override
            public void told(List<Told> some) {
                super.told(some);
                if (more > 0) {
                    more--;
                    int next = outcomes.stream().mapToInt(Told::index).max().orElse(0) + 1000;
                    objects.addAll(films(next, next + CHUNK));
                }
            }
        };
        writes.importAll(coming);

        assertThat(coming.stored()).isEqualTo(upTo(5 * CHUNK));
        assertThat(engine.objects("Film")).hasSize(5 * CHUNK);
    }

    @Test
    void whatIsWrittenIsToldBeforeTheNextIsEmbedded() {
        Coming coming = new Coming(films(0, 6 * CHUNK));
        AtomicInteger toldAtLast = new AtomicInteger();
        embedder.after(requests -> {
            toldAtLast.set(coming.outcomes.size());
            return CompletableFuture.completedFuture(null);
        });
        writes.importAll(coming);

        assertThat(toldAtLast).hasValueGreaterThanOrEqualTo(2 * CHUNK);
    }

    @Test
    void whereThereIsNoRoomItWaitsAndNothingFails() throws InterruptedException {
        embedder.room(0);
        Coming coming = new Coming(films(0, 3 * CHUNK));
        CountDownLatch refused = new CountDownLatch(2);
        coming.asked = refused::countDown;
        Thread run = Thread.ofVirtual().start(() -> writes.importAll(coming));
        refused.await();
        embedder.room(5);
        run.join();

        assertThat(coming.stored()).isEqualTo(upTo(3 * CHUNK));
        assertThat(embedder.texts()).doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyWaitsForIsGivenUp() {
        embedder.room(0);
        Coming coming = new Coming(films(0, 2));
        coming.wanted = false;
        writes.importAll(coming);

        assertThat(coming.failure(0)).isInstanceOf(CollectionException.Busy.class);
        assertThat(coming.failure(1)).isInstanceOf(CollectionException.Busy.class);
        assertThat(engine.writes()).isEmpty();
    }

    @Test
    void whileNoVectorsAreMadeObjectsFailAndTheNextOnesMayDo() {
        embedder.fail(request -> Optional.of(new EmbedException.NotReady("The model is gone.")));
        Coming coming = new Coming(films(0, 2));
        writes.importAll(coming);
        assertThat(coming.failure(0)).isInstanceOf(CollectionException.NotReady.class);
        assertThat(coming.failure(1)).isInstanceOf(CollectionException.NotReady.class);

        embedder.fail(request -> Optional.empty());
        Coming later = new Coming(films(0, 2));
        writes.importAll(later);
        assertThat(later.stored()).isEqualTo(upTo(2));
    }

    @Test
    void objectsThatCantBeReadFailAlone() {
        List<ObjectInput> objects = new ArrayList<>(films(0, 3));
        objects.set(
                1, new ObjectInput("Film", Optional.empty(), Optional.empty(), Map.of("year", "nineteen"), Map.of()));
        Coming coming = new Coming(objects);
        writes.importAll(coming);

        assertThat(coming.failure(1)).isInstanceOf(CollectionException.Invalid.class);
        assertThat(coming.stored()).containsExactly(0, 2);
    }

    @Test
    void nothingThatCameIsNothingToTell() {
        Coming coming = new Coming(List.of());
        writes.importAll(coming);

        assertThat(coming.outcomes).isEmpty();
        assertThat(engine.writes()).isEmpty();
    }
}
