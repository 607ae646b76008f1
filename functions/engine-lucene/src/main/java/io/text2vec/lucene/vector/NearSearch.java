package io.text2vec.lucene.vector;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Ranking.Near;
import io.text2vec.collections.engine.Ranking.Target;
import io.text2vec.collections.rank.CombinedDistance;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.VectorDef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Finds the objects whose vectors are nearest to one or several others. */
public final class NearSearch {
    /** By how much a distance may miss a limit, having been rounded. */
    private static final double TOLERANCE = 1e-6;

    private final IndexSearcher searcher;
    private final CollectionDef collection;
    private final Near near;

    /**
     * @throws CollectionException.Invalid if a target names no vector that can be searched, or is not as long as those in
     *     the index
     */
    public NearSearch(IndexSearcher searcher, CollectionDef collection, Near near) {
        this.searcher = searcher;
        this.collection = collection;
        this.near = near;
        near.targets().forEach(this::check);
    }

    private void check(Target target) {
        VectorDef definition = VectorNames.definition(collection, target.name());
        if (definition.index().skip()) {
            throw new CollectionException.Invalid(
                    "%s of collection %s is stored only (vectorIndexConfig.skip) and can't be searched."
                            .formatted(VectorNames.spoken(target.name()), collection.name()));
        }
        OptionalInt length = VectorFields.dimensions(searcher.getIndexReader(), target.name());
        if (length.isPresent() && length.getAsInt() != target.vector().length) {
            throw new CollectionException.Invalid("%s of collection %s has %d components; the search came with %d."
                    .formatted(
                            VectorNames.spoken(target.name()),
                            collection.name(),
                            length.getAsInt(),
                            target.vector().length));
        }
    }

    /**
     * The nearest objects, nearest first.
     *
     * @param filter what objects must fit
     * @param count how many at most; fewer where others are farther than the limit of the search
     */
    public List<NearHit> top(Optional<Query> filter, int count) throws IOException {
        if (count == 0) {
            return List.of();
        }
        var nearest = new Nearest(searcher, new Accepted(searcher, filter));
        double most = most();
        List<Target> targets = near.targets();
        int[] documents =
                targets.size() == 1 ? candidates(nearest, targets.getFirst(), count) : topOfEach(nearest, count);
        return best(documents, combined(documents), count).stream()
                .filter(hit -> hit.distance() <= most)
                .toList();
    }

    /**
     * All objects that are no farther than the limit of the search, compared one by one.
     *
     * @return their documents, ascending
     */
    public int[] within(Optional<Query> filter) throws IOException {
        var accepted = new Accepted(searcher, filter);
        IntStream.Builder all = IntStream.builder();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            DocIdSetIterator some = accepted.in(segment).iterator();
            for (int document = some.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = some.nextDoc()) {
                all.add(segment.docBase + document);
            }
        }
        int[] documents = all.build().toArray();
        double[] distances = combined(documents);
        double most = most();
        return IntStream.range(0, documents.length)
                .filter(i -> distances[i] <= most) // NaN, of those that lack a vector, is not
                .map(i -> documents[i])
                .toArray();
    }

    private double most() {
        return near.maxDistance().orElse(Double.POSITIVE_INFINITY) + TOLERANCE;
    }

    private int[] candidates(Nearest nearest, Target target, int count) throws IOException {
        VectorDef definition = collection.vectors().get(target.name());
        return nearest.candidates(definition, target.vector(), SearchBreadth.of(definition.index(), count));
    }

    /** The objects that are among the nearest to any of the targets. */
    private int[] topOfEach(Nearest nearest, int count) throws IOException {
        IntStream union = IntStream.empty();
        for (Target target : near.targets()) {
            int[] documents = candidates(nearest, target, count);
            List<NearHit> top = best(documents, distances(target, documents), count);
            union = IntStream.concat(union, top.stream().mapToInt(NearHit::document));
        }
        return union.sorted().distinct().toArray();
    }

    private double[] distances(Target target, int[] documents) throws IOException {
        return Distances.of(searcher, collection.vectors().get(target.name()), target.vector(), documents);
    }

    private double[] combined(int[] documents) throws IOException {
        List<Target> targets = near.targets();
        if (targets.size() == 1) {
            return distances(targets.getFirst(), documents);
        }
        double[][] byDocument = new double[documents.length][targets.size()];
        for (int target = 0; target < targets.size(); target++) {
            double[] distances = distances(targets.get(target), documents);
            for (int i = 0; i < documents.length; i++) {
                byDocument[i][target] = distances[i];
            }
        }
        double[] weights = targets.stream().mapToDouble(Target::weight).toArray();
        return CombinedDistance.of(near.combination(), weights, Arrays.asList(byDocument));
    }

    /** Ids are read of no more documents than may be among the first. */
    private List<NearHit> best(int[] documents, double[] distances, int count) throws IOException {
        double[] ascending = Arrays.stream(distances)
                .filter(distance -> !Double.isNaN(distance))
                .sorted()
                .toArray();
        if (ascending.length == 0) {
            return List.of();
        }
        double last = ascending[Math.min(count, ascending.length) - 1];
        var ids = new Ids(searcher);
        List<NearHit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            if (distances[i] <= last) {
                hits.add(new NearHit(documents[i], ids.of(documents[i]), distances[i]));
            }
        }
        hits.sort(NearHit.NEAREST_FIRST);
        return hits.subList(0, Math.min(count, hits.size()));
    }
}
