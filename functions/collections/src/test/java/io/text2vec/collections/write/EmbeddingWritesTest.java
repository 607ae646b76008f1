package io.text2vec.collections.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterLimits;
import io.text2vec.collections.filter.FilterOperator;
import io.text2vec.collections.filter.FilterPath;
import io.text2vec.collections.filter.Operand;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.CountingEmbedder;
import io.text2vec.collections.vectorize.KnownVectorizers;
import io.text2vec.collections.vectorize.VectorizeSettings;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddingWritesTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final CountingEmbedder embedder = new CountingEmbedder("one");
    private final AtomicLong now = new AtomicLong(1000);
    private final EmbeddingWrites writes = writes(embedder, VectorizeSettings.DEFAULTS);

    @BeforeEach
    void collections() {
        schema.create(FilmClass.JSON);
        schema.create(Map.of("class", "Own"));
    }

    private EmbeddingWrites writes(Embedder by, VectorizeSettings settings) {
        return new EmbeddingWrites(
                engine,
                schema,
                new KnownVectorizers().beside(by),
                new BoundModel(engine),
                settings,
                new WriteSettings(8, 10_000, new FilterLimits(1, 10)),
                () -> Instant.ofEpochMilli(now.get()));
    }

    private static ObjectInput film(UUID id, String title) {
        return new ObjectInput("Film", Optional.empty(), Optional.ofNullable(id), Map.of("title", title), Map.of());
    }

    private static ObjectInput own(UUID id, float... vector) {
        return new ObjectInput("own", Optional.empty(), Optional.ofNullable(id), Map.of(), Map.of("", vector));
    }

    private StoredObject stored(String collection, UUID id) {
        return engine.objects(collection).get(id);
    }

    @Test
    void anInsertMakesIdTimesAndVector() {
        StoredObject object = writes.insert(film(null, "Arrival"));

        assertThat(object.created()).isEqualTo(1000);
        assertThat(object.updated()).isEqualTo(1000);
        assertThat(object.vectors().get("")).containsExactly(CountingEmbedder.vector("Arrival"));
        assertThat(stored("Film", object.id()).properties()).containsEntry("title", new Value.Text("Arrival"));
        assertThat(embedder.asked().getFirst().getFirst())
                .isEqualTo(new EmbedRequest(
                        "Arrival",
                        Optional.of(EmbedRequest.PASSAGE),
                        Optional.of("masked_mean"),
                        java.util.OptionalInt.empty()));
    }

    @Test
    void anInsertOverAnExistingIdIsRefused() {
        writes.insert(film(ID, "Arrival"));

        assertThatThrownBy(() -> writes.insert(film(ID, "Brazil")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(ID.toString());
        assertThatThrownBy(() -> writes.validate(film(ID, "Brazil"))).isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void aGivenVectorWins() {
        StoredObject object = writes.insert(new ObjectInput(
                "Film", Optional.empty(), Optional.empty(), Map.of("title", "a"), Map.of("", new float[] {1, 2, 3})));

        assertThat(object.vectors().get("")).containsExactly(1, 2, 3);
        assertThat(embedder.asked()).isEmpty();
        assertThat(engine.model("Film")).isEmpty();
    }

    @Test
    void namedVectorsThatAreNotGivenAreStillMade() {
        schema.create(Map.of(
                "class",
                "Two",
                "vectorConfig",
                Map.of(
                        "made", Map.of("vectorizer", Map.of("text2vec-transformers", Map.of("dimensions", 2L))),
                        "given", Map.of("vectorizer", Map.of("none", Map.of())))));

        StoredObject object = writes.insert(new ObjectInput(
                "Two", Optional.empty(), Optional.empty(), Map.of("t", "x"), Map.of("given", new float[] {1})));

        assertThat(object.vectors()).containsOnlyKeys("made", "given");
        assertThat(embedder.asked().getFirst().getFirst().dimensions()).hasValue(2);
        assertThat(embedder.texts()).containsExactly("Two x");
    }

    @Test
    void aReplacementKeepsTheTimeOfCreationAndTheVectorOfAnEqualText() {
        writes.insert(film(ID, "Arrival"));
        now.set(2000);
        StoredObject replaced = writes.replace(new ObjectInput(
                "Film", Optional.empty(), Optional.of(ID), Map.of("title", "Arrival", "year", 2016L), Map.of()));

        assertThat(replaced.created()).isEqualTo(1000);
        assertThat(replaced.updated()).isEqualTo(2000);
        assertThat(replaced.vectors().get("")).containsExactly(CountingEmbedder.vector("Arrival"));
        assertThat(embedder.texts()).containsExactly("Arrival");
    }

    @Test
    void vectorsOfEqualTextsAreMadeAgainWhereTheCheckIsOff() {
        EmbeddingWrites anew = writes(embedder, new VectorizeSettings(false, true));
        anew.insert(film(ID, "Arrival"));
        anew.replace(film(ID, "Arrival"));

        assertThat(embedder.texts()).containsExactly("Arrival", "Arrival");
    }

    @Test
    void whatIsNotThereCantBeReplacedOrMerged() {
        assertThatThrownBy(() -> writes.replace(film(ID, "Arrival"))).isInstanceOf(CollectionException.NotFound.class);
        assertThatThrownBy(() -> writes.merge(film(ID, "Arrival"))).isInstanceOf(CollectionException.NotFound.class);
        assertThat(embedder.asked()).isEmpty();
    }

    @Test
    void aMergeKeepsWhatItDoesNotNameAndAGivenVector() {
        writes.insert(new ObjectInput(
                "Own", Optional.empty(), Optional.of(ID), Map.of("a", "x", "b", "y"), Map.of("", new float[] {1, 2})));
        Map<String, Object> changes = new HashMap<>();
        changes.put("a", null);
        changes.put("c", "z");
        writes.merge(new ObjectInput("Own", Optional.empty(), Optional.of(ID), changes, Map.of()));

        assertThat(stored("Own", ID).properties())
                .isEqualTo(Map.of("b", new Value.Text("y"), "c", new Value.Text("z")));
        assertThat(stored("Own", ID).vectors().get("")).containsExactly(1, 2);
    }

    @Test
    void aReplacementWithoutAVectorDropsAGivenOne() {
        writes.insert(own(ID, 1, 2));
        writes.replace(new ObjectInput("Own", Optional.empty(), Optional.of(ID), Map.of(), Map.of()));

        assertThat(stored("Own", ID).vectors()).isEmpty();
    }

    @Test
    void mergesOfOneObjectTakeTurns() throws InterruptedException {
        writes.insert(own(ID, 1));
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    for (int j = 0; j < 20; j++) {
                        writes.merge(new ObjectInput(
                                "Own", Optional.empty(), Optional.of(ID), Map.of("p" + i, "v" + j), Map.of()));
                    }
                }))
                .toList();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(stored("Own", ID).properties())
                .isEqualTo(IntStream.range(0, 8)
                        .boxed()
                        .collect(java.util.stream.Collectors.toMap(i -> "p" + i, i -> new Value.Text("v19"))));
    }

    @Test
    void theFirstStoredVectorFixesTheLength() {
        writes.insert(own(null, 1, 2));

        assertThatThrownBy(() -> writes.insert(own(null, 1, 2, 3)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("2")
                .hasMessageContaining("3");
        assertThat(engine.objects("Own")).hasSize(1);
    }

    @Test
    void vectorsThatAreTooLongOrNoNumbersAreRefused() {
        assertThatThrownBy(() -> writes.insert(own(null, new float[4097])))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("4096");
        assertThatThrownBy(() -> writes.insert(own(null, 1, Float.NaN)))
                .isInstanceOf(CollectionException.Invalid.class);
        writes.insert(own(null, new float[4096]));
    }

    @Test
    void unknownVectorNamesAreRefused() {
        assertThatThrownBy(() -> writes.insert(new ObjectInput(
                        "Own", Optional.empty(), Optional.empty(), Map.of(), Map.of("cover", new float[] {1}))))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("cover");
    }

    @Test
    void aVectorWithoutNameIsThatOfTheOnlyNamedOne() {
        StoredObject object = writes.insert(new ObjectInput(
                "Made", Optional.empty(), Optional.empty(), Map.of("a", "b"), Map.of("", new float[] {1})));

        assertThat(object.vectors()).containsOnlyKeys("default");
    }

    @Test
    void aCollectionRefusesAnotherModelsVectorsAndTakesGivenOnes() {
        writes.insert(film(ID, "Arrival"));
        CountingEmbedder other = new CountingEmbedder("two");
        EmbeddingWrites later = writes(other, VectorizeSettings.DEFAULTS);

        assertThatThrownBy(() -> later.insert(film(null, "Brazil")))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("model one")
                .hasMessageContaining("model two");
        assertThat(other.asked()).isEmpty();
        later.insert(new ObjectInput(
                "Film", Optional.empty(), Optional.empty(), Map.of("title", "c"), Map.of("", new float[] {1, 2, 3})));
    }

    @Test
    void validatingStoresNothingAndMakesNoCollection() {
        writes.validate(new ObjectInput("New", Optional.empty(), Optional.empty(), Map.of("a", 1L), Map.of()));

        assertThat(schema.find("New")).isEmpty();
        assertThatThrownBy(() -> writes.validate(
                        new ObjectInput("Film", Optional.empty(), Optional.empty(), Map.of("year", "old"), Map.of())))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void deletingWhatIsNotThereIsFineButNotInAnUnknownCollection() {
        writes.delete("Film", Optional.empty(), ID);

        assertThatThrownBy(() -> writes.delete("Nothing", Optional.empty(), ID))
                .isInstanceOf(CollectionException.NotFound.class);
    }

    @Test
    void aFilterOverItsLimitsDeletesNothing() {
        UUID id = writes.insert(film(null, "Arrival")).id();
        Filter all = new Filter.Condition(new FilterPath.Id(), FilterOperator.EQUAL, new Operand.Text(id.toString()));
        Filter deep = new Filter.And(List.of(all));

        assertThatThrownBy(() -> writes.deleteAll("Film", Optional.empty(), deep, false))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("TEXT2VEC_FILTER_DEPTH");
        assertThat(stored("Film", id)).isNotNull();
    }

    @Test
    void aTenantOfACollectionWithoutTenantsIsRefused() {
        assertThatThrownBy(() ->
                        writes.insert(new ObjectInput("Film", Optional.of("t"), Optional.empty(), Map.of(), Map.of())))
                .isInstanceOf(CollectionException.Invalid.class);
    }
}
