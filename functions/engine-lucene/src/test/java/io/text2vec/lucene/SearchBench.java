package io.text2vec.lucene;

import io.text2vec.collections.engine.Ranking;
import io.text2vec.collections.engine.Ranking.Near;
import io.text2vec.collections.engine.Ranking.Target;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Match;
import io.text2vec.collections.query.Search.Fusion;
import io.text2vec.collections.query.Targets.Combination;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.schema.VectorIndex;
import io.text2vec.collections.schema.Vectorizer;
import io.text2vec.lucene.document.Fields;
import io.text2vec.lucene.document.ObjectDocument;
import io.text2vec.lucene.hybrid.HybridSearch;
import io.text2vec.lucene.keyword.KeywordSearch;
import io.text2vec.lucene.store.IndexFormat;
import io.text2vec.lucene.vector.NearHit;
import io.text2vec.lucene.vector.NearSearch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.MMapDirectory;

/**
 * Measures import and search on texts with given vectors: prints rates, recall against exact search, and the median and
 * 99th percentile of each kind of search, with the time that it computed: that is what counts on a busy machine.
 *
 * <p>Arguments: a file with a text on each line, a file of their vectors (little-endian floats, 384 each), and optionally
 * how many to keep for asking with, the connections, the width of construction, the quantisation and the threads.
 */
public final class SearchBench {
    private static final int LENGTH = 384;
    private static final int HITS = 10;

    private final List<String> texts;
    private final float[][] vectors;
    private final int asked;
    private final CollectionDef collection;

    private SearchBench(List<String> texts, float[][] vectors, int asked, VectorDef vector) {
        this.texts = texts;
        this.vectors = vectors;
        this.asked = asked;
        this.collection = TestCollections.of(List.of(TestCollections.text("text", Tokenization.WORD)), vector);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> texts = Files.readAllLines(Path.of(arguments[0]));
        float[][] vectors = vectors(Path.of(arguments[1]), texts.size());
        int asked = number(arguments, 2, 1000);
        boolean quantised = number(arguments, 5, 0) == 1;
        var index = new VectorIndex(
                VectorIndex.HNSW,
                Distance.COSINE,
                -1,
                number(arguments, 4, 128),
                number(arguments, 3, 32),
                quantised,
                false,
                Map.of());
        new SearchBench(texts, vectors, asked, new VectorDef("", Vectorizer.none(), index))
                .run(number(arguments, 6, 2));
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private static float[][] vectors(Path file, int count) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            FloatBuffer floats = channel.map(MapMode.READ_ONLY, 0, (long) count * LENGTH * Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[][] vectors = new float[count][LENGTH];
            for (float[] vector : vectors) {
                floats.get(vector);
            }
            return vectors;
        }
    }

    private void run(int threads) throws Exception {
        Path folder = Files.createTempDirectory("search-bench");
        try (var directory = new MMapDirectory(folder);
                var writer = new IndexWriter(
                        directory, IndexFormat.config(() -> collection).setRAMBufferSizeMB(128))) {
            fill(writer, threads);
            long waiting = System.nanoTime();
            writer.maybeMerge();
            writer.commit();
            System.out.printf("commit %.1f s%n", seconds(waiting));
            measure(writer, "as imported");
            long merging = System.nanoTime();
            writer.forceMerge(1);
            System.out.printf("merged to one in %.1f s%n", seconds(merging));
            measure(writer, "merged");
        }
    }

    private void fill(IndexWriter writer, int threads) throws Exception {
        int stored = texts.size() - asked;
        var next = new AtomicInteger();
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            pool.invokeAll(IntStream.range(0, threads)
                            .mapToObj(_ -> (Callable<Void>) () -> {
                                for (int i = next.getAndIncrement(); i < stored; i = next.getAndIncrement()) {
                                    StoredObject object = object(i);
                                    writer.updateDocument(
                                            Fields.id(object.id()), ObjectDocument.of(collection, object));
                                }
                                return null;
                            })
                            .toList())
                    .forEach(part -> part.resultNow());
        }
        System.out.printf("imported %d in %.1f s: %.0f/s%n", stored, seconds(start), stored / seconds(start));
    }

    private StoredObject object(int number) {
        var id = UUID.nameUUIDFromBytes(Integer.toString(number).getBytes());
        return new StoredObject(
                id, 0, 0, Map.of("text", new Value.Text(texts.get(number))), Map.of("", vectors[number]));
    }

    private void measure(IndexWriter writer, String state) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            System.out.printf(
                    "%s: %d segments %s%n",
                    state,
                    reader.leaves().size(),
                    reader.leaves().stream().map(leaf -> leaf.reader().maxDoc()).toList());
            double recall = recall(searcher);
            for (int warm = 0; warm < 2; warm++) {
                time(warm, "near", query -> near(searcher, query));
                time(warm, "bm25", query -> keyword(searcher, query));
                time(warm, "hybrid", query -> hybrid(searcher, query));
            }
            System.out.printf("recall@%d %.4f%n", HITS, recall);
        }
    }

    private interface Asking {
        List<?> ask(int query) throws IOException;
    }

    private void time(int round, String name, Asking asking) throws IOException {
        long[] took = new long[asked];
        long computing = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int query = 0; query < asked; query++) {
            long start = System.nanoTime();
            asking.ask(query);
            took[query] = System.nanoTime() - start;
        }
        computing = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - computing;
        Arrays.sort(took);
        if (round > 0) {
            System.out.printf(
                    "%-7s p50 %.2f ms  p99 %.2f ms  CPU %.2f ms on average%n",
                    name, took[asked / 2] / 1e6, took[asked * 99 / 100] / 1e6, computing / 1e6 / asked);
        }
    }

    private double recall(IndexSearcher searcher) throws IOException {
        int stored = texts.size() - asked;
        int queries = Math.min(asked, 300);
        long found = 0;
        for (int query = 0; query < queries; query++) {
            float[] target = vectors[stored + query];
            double[] similar = new double[stored];
            for (int i = 0; i < stored; i++) {
                similar[i] = dot(vectors[i], target);
            }
            double[] sorted = similar.clone();
            Arrays.sort(sorted);
            double least = sorted[stored - HITS];
            found += near(searcher, query).stream()
                    .filter(hit -> 1 - hit.distance() >= least - 1e-6)
                    .count();
        }
        return (double) found / (queries * HITS);
    }

    private static float dot(float[] a, float[] b) {
        return org.apache.lucene.util.VectorUtil.dotProduct(a, b);
    }

    private List<NearHit> near(IndexSearcher searcher, int query) throws IOException {
        return new NearSearch(searcher, collection, nearest(query)).top(Optional.empty(), HITS);
    }

    private List<?> keyword(IndexSearcher searcher, int query) throws IOException {
        return new KeywordSearch(searcher, collection, words(query)).top(Optional.empty(), HITS);
    }

    private List<?> hybrid(IndexSearcher searcher, int query) throws IOException {
        var both =
                new Ranking.Hybrid(Optional.of(nearest(query)), Optional.of(words(query)), 0.75, Fusion.RELATIVE_SCORE);
        return new HybridSearch(searcher, collection, both, 100).top(Optional.empty(), HITS);
    }

    private Near nearest(int query) {
        return new Near(
                List.of(new Target("", vectors[texts.size() - asked + query], 1)),
                Combination.MINIMUM,
                OptionalDouble.empty());
    }

    private Ranking.Keyword words(int query) {
        List<String> words =
                new ArrayList<>(List.of(texts.get(texts.size() - asked + query).split("\\s+")));
        return new Ranking.Keyword(String.join(" ", words.subList(0, Math.min(8, words.size()))), List.of(), Match.ANY);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
