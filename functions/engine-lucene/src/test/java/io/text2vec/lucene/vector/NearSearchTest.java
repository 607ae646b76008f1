package io.text2vec.lucene.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Ranking.Near;
import io.text2vec.collections.engine.Ranking.Target;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.schema.VectorIndex;
import io.text2vec.collections.schema.Vectorizer;
import io.text2vec.lucene.TestCollections;
import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NearSearchTest {
    private static final int LENGTH = 24;

    @ParameterizedTest
    @EnumSource(Distance.class)
    void tellsTheExactDistances(Distance distance) throws IOException {
        for (boolean quantised : new boolean[] {false, true}) {
            for (String type : List.of(VectorIndex.HNSW, VectorIndex.FLAT)) {
                var collection = TestCollections.of(List.of(), TestCollections.vector("", type, distance, quantised));
                exactDistances(collection, distance);
            }
        }
    }

    private static void exactDistances(CollectionDef collection, Distance distance) throws IOException {
        var vectors = new RandomVectors(11, LENGTH);
        List<float[]> all =
                IntStream.range(0, 300).mapToObj(i -> vectors.next()).toList();
        float[] target = vectors.next();
        double[] nearest = all.stream()
                .mapToDouble(vector -> Metric.of(distance, target, vector))
                .sorted()
                .limit(10)
                .toArray();
        try (var shelf = new VectorShelf(collection)) {
            for (int i = 0; i < all.size(); i++) {
                shelf.put(i, all.get(i));
                if (i % 70 == 0) {
                    shelf.flush();
                }
            }
            double[] found = search(shelf.searcher(), collection, near(target), 10).stream()
                    .mapToDouble(NearHit::distance)
                    .toArray();
            assertThat(found).containsExactly(nearest, within(distance == Distance.COSINE ? 1e-7 : 0));
        }
    }

    @Test
    void findsNearlyAllOfTheNearestInAGraph() throws IOException {
        var vectors = new RandomVectors(3, 64);
        var collection = legacy(Distance.COSINE);
        List<float[]> all =
                IntStream.range(0, 12_000).mapToObj(i -> vectors.nextUnit()).toList();
        try (var shelf = new VectorShelf(collection)) {
            for (int i = 0; i < all.size(); i++) {
                shelf.put(i, all.get(i));
            }
            shelf.merge();
            IndexSearcher searcher = shelf.searcher();
            int found = 0;
            int queries = 50;
            for (int query = 0; query < queries; query++) {
                float[] target = vectors.nextUnit();
                List<UUID> expected = IntStream.range(0, all.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -Metric.dot(target, all.get(i))))
                        .limit(10)
                        .map(VectorShelf::id)
                        .toList();
                List<UUID> hits = new ArrayList<>(ids(search(searcher, collection, near(target), 10)));
                hits.retainAll(expected);
                found += hits.size();
            }
            assertThat(found / (10.0 * queries)).isGreaterThanOrEqualTo(0.98);
        }
    }

    @Test
    void keepsToTheFilterHoweverFewItLetsThrough() throws IOException {
        var vectors = new RandomVectors(5, 16);
        var collection = legacy(Distance.L2_SQUARED);
        try (var shelf = new VectorShelf(collection)) {
            for (int i = 0; i < 6000; i++) {
                shelf.put(i, vectors.next());
            }
            shelf.merge();
            IndexSearcher searcher = shelf.searcher();
            for (int step : new int[] {3, 100, 2999}) {
                List<UUID> passing = IntStream.iterate(0, i -> i < 6000, i -> i + step)
                        .mapToObj(VectorShelf::id)
                        .toList();
                List<UUID> hits = ids(new NearSearch(searcher, collection, near(vectors.next()))
                        .top(Optional.of(anyOf(passing)), 20));

                assertThat(hits).hasSize(Math.min(20, passing.size())).isSubsetOf(passing);
            }
        }
    }

    @Test
    void leavesDeletedAndReplacedObjectsOut() throws IOException {
        var collection = legacy(Distance.DOT);
        try (var shelf = new VectorShelf(collection)) {
            shelf.put(1, 1, 1);
            shelf.put(2, 2, 2);
            shelf.flush();
            shelf.put(2, -2, -2);

            var hits = search(shelf.searcher(), collection, near(1, 1), 5);

            assertThat(ids(hits)).containsExactly(VectorShelf.id(1), VectorShelf.id(2));
            assertThat(hits).extracting(NearHit::distance).containsExactly(-2.0, 4.0);
        }
    }

    @Test
    void equallyNearObjectsStandInTheOrderOfIds() throws IOException {
        var collection = legacy(Distance.COSINE);
        try (var shelf = new VectorShelf(collection)) {
            UUID high = new UUID(0xF000000000004000L, 0);
            shelf.put(high, Map.of("", new float[] {1, 0}));
            for (int i = 5; i > 0; i--) {
                shelf.put(i, 1, 0);
            }

            assertThat(ids(search(shelf.searcher(), collection, near(1, 1), 3)))
                    .containsExactly(VectorShelf.id(1), VectorShelf.id(2), VectorShelf.id(3));
            assertThat(ids(search(shelf.searcher(), collection, near(1, 1), 6)).getLast())
                    .isEqualTo(high);
        }
    }

    @Test
    void cutsAtTheLargestDistanceAndForgivesRounding() throws IOException {
        var collection = legacy(Distance.L2_SQUARED);
        try (var shelf = new VectorShelf(collection)) {
            shelf.put(1, 1);
            shelf.put(2, 2);
            shelf.put(3, 3);

            assertThat(ids(search(shelf.searcher(), collection, within4Of(0, 4), 9)))
                    .containsExactly(VectorShelf.id(1), VectorShelf.id(2));
            assertThat(ids(search(shelf.searcher(), collection, within4Of(0, 4 - 1e-7), 9)))
                    .hasSize(2);
            assertThat(ids(search(shelf.searcher(), collection, within4Of(0, 3.9), 9)))
                    .hasSize(1);
        }
    }

    private static Near within4Of(float target, double most) {
        return new Near(List.of(new Target("", new float[] {target}, 1)), Combination.MINIMUM, OptionalDouble.of(most));
    }

    @Test
    void combinesSeveralVectorsOfAnObject() throws IOException {
        var collection = TestCollections.of(
                List.of(),
                TestCollections.vector("title", Distance.L2_SQUARED),
                TestCollections.vector("plot", Distance.L2_SQUARED));
        try (var shelf = new VectorShelf(collection)) {
            shelf.put(VectorShelf.id(1), Map.of("title", new float[] {1}, "plot", new float[] {9, 0}));
            shelf.put(VectorShelf.id(2), Map.of("title", new float[] {2}, "plot", new float[] {1, 0}));
            shelf.put(VectorShelf.id(3), Map.of("title", new float[] {0}));
            var searcher = shelf.searcher();
            List<Target> targets =
                    List.of(new Target("title", new float[] {0}, 1), new Target("plot", new float[] {0, 0}, 2));

            var least = search(searcher, collection, new Near(targets, Combination.MINIMUM, OptionalDouble.empty()), 9);
            assertThat(ids(least)).containsExactly(VectorShelf.id(3), VectorShelf.id(1), VectorShelf.id(2));
            assertThat(least).extracting(NearHit::distance).containsExactly(0.0, 1.0, 1.0);
            var sum = search(searcher, collection, new Near(targets, Combination.SUM, OptionalDouble.empty()), 9);
            assertThat(ids(sum)).containsExactly(VectorShelf.id(2), VectorShelf.id(1));
            assertThat(sum).extracting(NearHit::distance).containsExactly(5.0, 82.0);
            var weighted =
                    search(searcher, collection, new Near(targets, Combination.MANUAL, OptionalDouble.empty()), 1);
            assertThat(weighted).extracting(NearHit::distance).containsExactly(6.0);
        }
    }

    @Test
    void aCollectionWithoutVectorsHasNoHits() throws IOException {
        try (var shelf = new VectorShelf(legacy(Distance.COSINE))) {
            assertThat(search(shelf.searcher(), legacy(Distance.COSINE), near(1, 2), 5))
                    .isEmpty();
            shelf.put(VectorShelf.id(1), Map.of());
            assertThat(search(shelf.searcher(), legacy(Distance.COSINE), near(1, 2), 5))
                    .isEmpty();
            assertThat(search(shelf.searcher(), legacy(Distance.COSINE), near(1, 2), 0))
                    .isEmpty();
        }
    }

    @Test
    void refusesAVectorOfAnotherLengthNamingBoth() throws IOException {
        try (var shelf = new VectorShelf(legacy(Distance.COSINE))) {
            shelf.put(1, 1, 2, 3);
            var searcher = shelf.searcher();

            assertThatThrownBy(() -> search(searcher, legacy(Distance.COSINE), near(1, 2), 5))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("3")
                    .hasMessageContaining("2");
        }
    }

    @Test
    void refusesAVectorThatIsStoredOnly() throws IOException {
        var index = new VectorIndex(VectorIndex.HNSW, Distance.COSINE, -1, 128, 32, false, true, Map.of());
        var collection = TestCollections.of(List.of(), new VectorDef("", Vectorizer.none(), index));
        try (var shelf = new VectorShelf(collection)) {
            shelf.put(1, 1, 2);
            var searcher = shelf.searcher();

            assertThatThrownBy(() -> search(searcher, collection, near(1, 2), 5))
                    .isInstanceOf(CollectionException.Invalid.class)
                    .hasMessageContaining("skip");
        }
    }

    private static Query anyOf(List<UUID> ids) {
        return new TermInSetQuery(Fields.ID, ids.stream().map(Fields::bytes).toList());
    }

    private static CollectionDef legacy(Distance distance) {
        return TestCollections.of(List.of(), TestCollections.vector("", distance));
    }

    private static Near near(float... target) {
        return new Near(List.of(new Target("", target, 1)), Combination.MINIMUM, OptionalDouble.empty());
    }

    private static List<NearHit> search(IndexSearcher searcher, CollectionDef collection, Near near, int count)
            throws IOException {
        return new NearSearch(searcher, collection, near).top(Optional.empty(), count);
    }

    private static List<UUID> ids(List<NearHit> hits) {
        return hits.stream().map(NearHit::id).toList();
    }
}
