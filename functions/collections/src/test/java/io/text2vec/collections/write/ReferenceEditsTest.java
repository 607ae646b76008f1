package io.text2vec.collections.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.filter.FilterLimits;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.PropertyType;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.CountingEmbedder;
import io.text2vec.collections.vectorize.KnownVectorizers;
import io.text2vec.collections.vectorize.VectorizeSettings;
import io.text2vec.collections.write.Writes.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceEditsTest {
    private static final UUID JAWS = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final UUID BOB = new UUID(0, 3);
    private static final UUID NOBODY = new UUID(0, 99);

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final AtomicLong now = new AtomicLong(1000);
    private final EmbeddingWrites writes = new EmbeddingWrites(
            engine,
            schema,
            new KnownVectorizers().beside(new CountingEmbedder("one")),
            new BoundModel(engine),
            VectorizeSettings.DEFAULTS,
            new WriteSettings(8, 10_000, new FilterLimits(1, 10)),
            () -> Instant.ofEpochMilli(now.get()));

    @BeforeEach
    void aFilmAndTwoPeople() {
        schema.create(Map.of("class", "Person"));
        schema.create(Map.of("class", "Place"));
        schema.create(Map.of(
                "class",
                "Film",
                "properties",
                List.of(
                        Map.of("name", "title", "dataType", List.of("text")),
                        Map.of("name", "by", "dataType", List.of("Person")),
                        Map.of("name", "about", "dataType", List.of("Person", "Place")))));
        writes.insert(object("Person", ANN, Map.of()));
        writes.insert(object("Person", BOB, Map.of()));
        writes.insert(new ObjectInput(
                "Film", Optional.empty(), Optional.of(JAWS), Map.of("title", "Jaws"), Map.of("", new float[] {1, 2})));
    }

    private static ObjectInput object(String collection, UUID id, Map<String, Object> properties) {
        return new ObjectInput(collection, Optional.empty(), Optional.of(id), properties, Map.of());
    }

    private static ReferenceInput by(UUID film, UUID person) {
        return new ReferenceInput(
                new Beacons.Source("Film", film, "by"), Optional.empty(), new Beacons.Given(Optional.empty(), person));
    }

    private static List<Map<String, String>> beacons(UUID... people) {
        return List.of(people).stream()
                .map(id -> Map.of("beacon", "weaviate://localhost/" + id))
                .toList();
    }

    private StoredObject jaws() {
        return engine.objects("Film").get(JAWS);
    }

    private void assertBy(UUID... people) {
        assertThat(jaws().properties().get("by"))
                .isEqualTo(new Value.References(List.of(people).stream()
                        .map(id -> new Value.Beacon("Person", id))
                        .toList()));
    }

    @Test
    void whatIsAddedStandsBehindTheOthersAndTheRestStays() {
        writes.references().add(by(JAWS, ANN));
        now.set(2000);
        writes.references().add(by(JAWS, BOB));
        writes.references().add(by(JAWS, ANN));

        assertBy(ANN, BOB, ANN);
        assertThat(jaws().vectors().get("")).containsExactly(1, 2);
        assertThat(jaws().properties()).containsEntry("title", new Value.Text("Jaws"));
        assertThat(jaws().created()).isEqualTo(1000);
        assertThat(jaws().updated()).isEqualTo(2000);
    }

    @Test
    void whatIsRemovedIsGoneAsOftenAsItWasThere() {
        writes.references().replace(new Beacons.Source("Film", JAWS, "By"), Optional.empty(), given(ANN, BOB, ANN));

        writes.references().remove(by(JAWS, ANN));
        assertBy(BOB);
        writes.references().remove(by(JAWS, NOBODY));
        assertBy(BOB);
        writes.references().remove(by(JAWS, BOB));
        assertThat(jaws().properties()).doesNotContainKey("by");
    }

    private static List<Beacons.Given> given(UUID... people) {
        return List.of(people).stream()
                .map(id -> new Beacons.Given(Optional.of("Person"), id))
                .toList();
    }

    @Test
    void aReferenceWithoutItsObjectIsRefused() {
        ReferenceWrites references = writes.references();

        assertThatThrownBy(() -> references.add(by(NOBODY, ANN))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> references.remove(by(NOBODY, ANN))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> references.add(by(JAWS, NOBODY)))
                .isInstanceOf(Invalid.class)
                .hasMessageContainingAll(NOBODY.toString(), "Person");
        assertThatThrownBy(() -> references.replace(
                        new Beacons.Source("Film", JAWS, "by"), Optional.empty(), given(ANN, NOBODY)))
                .isInstanceOf(Invalid.class);
        assertThat(jaws().properties()).containsOnlyKeys("title");
    }

    @Test
    void whatIsNoReferencePropertyIsNamed() {
        assertRefused("Nothing", "by", Optional.empty(), "Nothing");
        assertRefused("Film", "nothing", Optional.empty(), "nothing");
        assertRefused("Film", "title", Optional.empty(), "title");
        assertRefused("Film", "by", Optional.of("Place"), "Place");
        assertRefused("Film", "about", Optional.empty(), "Person, Place");
    }

    private void assertRefused(String collection, String property, Optional<String> target, String words) {
        ReferenceInput reference = new ReferenceInput(
                new Beacons.Source(collection, JAWS, property), Optional.empty(), new Beacons.Given(target, ANN));
        assertThatThrownBy(() -> writes.references().add(reference))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(words);
    }

    @Test
    void aBatchFailsOneByOneAndAsksForNoTargets() {
        List<Optional<CollectionException>> failures = writes.references()
                .addAll(List.of(
                        by(JAWS, ANN),
                        by(NOBODY, ANN),
                        by(JAWS, NOBODY),
                        new ReferenceInput(
                                new Beacons.Source("Film", JAWS, "title"),
                                Optional.empty(),
                                new Beacons.Given(Optional.empty(), ANN))));

        assertThat(failures.get(0)).isEmpty();
        assertThat(failures.get(1)).get().isInstanceOf(NotFound.class);
        assertThat(failures.get(2)).isEmpty();
        assertThat(failures.get(3)).get().isInstanceOf(Invalid.class);
        assertBy(ANN, NOBODY);
    }

    @Test
    void referencesThatAreAddedAtOnceAreAllThere() throws Exception {
        int threads = 8;
        int each = 50;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            if (thread % 2 == 0) {
                                writes.references().add(by(JAWS, ANN));
                            } else {
                                writes.references().addAll(List.of(by(JAWS, BOB)));
                            }
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(((Value.References) jaws().properties().get("by")).all()).hasSize(threads * each);
        assertThat(jaws().vectors().get("")).containsExactly(1, 2);
    }

    @Test
    void anObjectPointsToWhatIsThere() {
        writes.insert(object("Film", BOB, Map.of("by", beacons(ANN))));

        assertThatThrownBy(() -> writes.insert(object("Film", ANN, Map.of("by", beacons(NOBODY)))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(NOBODY.toString());
        assertThatThrownBy(() -> writes.replace(object("Film", JAWS, Map.of("by", beacons(NOBODY)))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> writes.merge(object("Film", JAWS, Map.of("by", beacons(NOBODY)))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> writes.validate(object("Film", NOBODY, Map.of("by", beacons(NOBODY)))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void autoSchemaFindsTheCollectionThatABeaconDoesNotName() {
        writes.insert(object("Film", BOB, Map.of("shotBy", beacons(ANN))));

        assertThat(schema.get("Film").property("shotBy").orElseThrow().type())
                .isEqualTo(PropertyType.reference(List.of("Person")));
        assertThatThrownBy(() -> writes.insert(object("Film", ANN, Map.of("cutBy", beacons(NOBODY)))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("cutBy");
    }

    @Test
    void aMergeLeavesReferencesAloneWhoseObjectsHaveGone() {
        writes.merge(object("Film", JAWS, Map.of("by", beacons(ANN))));
        writes.delete("Person", Optional.empty(), ANN);

        writes.merge(object("Film", JAWS, Map.of("title", "Jaws 2", "by", beacons(BOB))));
        assertBy(ANN, BOB);
        Map<String, Object> without = new HashMap<>();
        without.put("by", null);
        writes.merge(object("Film", JAWS, without));
        assertThat(jaws().properties()).containsOnlyKeys("title");
    }

    @Test
    void anImportMayPointToWhatItBrings() {
        List<Outcome> outcomes = writes.importAll(List.of(
                object("Film", new UUID(1, 1), Map.of("by", beacons(new UUID(1, 9)))),
                object("Film", new UUID(1, 2), Map.of("by", beacons(ANN, NOBODY))),
                object("Film", new UUID(1, 3), Map.of("by", beacons(ANN))),
                object("Person", new UUID(1, 9), Map.of())));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.why())
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(NOBODY.toString()));
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Stored.class);
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void aCollectionThatHasGoneFailsTheObjectsThatPointThereAndNoOther() {
        schema.delete("Place");
        List<Map<String, String>> oslo = List.of(Map.of("beacon", "weaviate://localhost/Place/" + ANN));

        List<Outcome> outcomes = writes.importAll(List.of(
                object("Film", new UUID(1, 1), Map.of("about", oslo)),
                object("Film", new UUID(1, 2), Map.of("by", beacons(ANN)))));

        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.why())
                .hasMessageContaining("Place"));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Stored.class);
    }
}
