package io.text2vec.lucene.store;

import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The Lucene index of a shard: its writer, and a reader that is brought up to date when somebody wants to see. */
final class ObjectIndex implements AutoCloseable {
    /** In the data of a commit: up to which position of the log it has everything. */
    private static final String POSITION = "position";

    /** Each larger segment has a graph of its own, and a search walks all of them; but merging two makes one graph anew. */
    private static final double SEGMENTS_PER_TIER = 10;

    /** Smaller segments count as this large. They have no graph yet, so that merging them is cheap. */
    private static final double FLOOR_MEGABYTES = 1;

    /** One merge at a time leaves the other cores to who waits; so many may wait before writes have to. */
    private static final int MERGE_THREADS = 1;

    private static final int MERGES_WAITING = 8;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final long covered;
    private final AtomicLong changes = new AtomicLong();
    private final Object refreshing = new Object();
    private volatile long seen;

    private ObjectIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        searchers = new SearcherManager(writer, new SearcherFactory());
        covered = position(writer.getLiveCommitData());
    }

    /** Opens an index, or makes one in an empty folder. */
    static ObjectIndex open(Path folder, Supplier<CollectionDef> collection, IndexSizes sizes) throws IOException {
        Directory directory = new NRTCachingDirectory(
                FSDirectory.open(folder), sizes.smallSegmentMegabytes(), sizes.smallSegmentsMegabytes());
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, configuration(collection, sizes));
            return new ObjectIndex(directory, writer);
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig configuration(Supplier<CollectionDef> collection, IndexSizes sizes) {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(MERGES_WAITING, MERGE_THREADS);
        return IndexFormat.config(collection)
                .setRAMBufferSizeMB(sizes.bufferMegabytes())
                .setMergePolicy(new TieredMergePolicy()
                        .setSegmentsPerTier(SEGMENTS_PER_TIER)
                        .setFloorSegmentMB(FLOOR_MEGABYTES))
                .setMergeScheduler(merges)
                .setUseCompoundFile(sizes.packed())
                .setCommitOnClose(false);
    }

    /** Up to which position of the log a commit with this data has everything. */
    static long position(Iterable<Map.Entry<String, String>> data) {
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals(POSITION)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    /** Up to which position of the log it had everything when it was opened. */
    long covered() {
        return covered;
    }

    /** Whether writes may go on; after a failure of the disk it has to be opened anew. */
    boolean works() {
        return writer.isOpen();
    }

    /** Adds the document of an object that has none. */
    void add(Document document) throws IOException {
        writer.addDocument(document);
        changes.incrementAndGet();
    }

    /** Adds the document of an object in place of the one that it has. */
    void replace(UUID id, Document document) throws IOException {
        writer.updateDocument(Fields.id(id), document);
        changes.incrementAndGet();
    }

    void remove(UUID id) throws IOException {
        writer.deleteDocuments(Fields.id(id));
        changes.incrementAndGet();
    }

    /** Lets searches see everything that was written before. Costs nothing where nothing was. */
    void refresh(RecentWrites recent) throws IOException {
        long wanted = changes.get();
        if (seen >= wanted) {
            return;
        }
        synchronized (refreshing) {
            if (seen >= wanted) {
                return;
            }
            long reached = changes.get();
            recent.turn();
            searchers.maybeRefreshBlocking();
            recent.forget();
            seen = reached;
        }
    }

    /** Searches what the last refresh saw. */
    <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Puts everything on disk, and remembers up to where in the log that is. */
    void commit(long position) throws IOException {
        writer.setLiveCommitData(Map.of(POSITION, Long.toString(position)).entrySet());
        writer.commit();
    }

    /** Does not commit: what is not committed yet, the log has. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }

    /** Whether the last refresh saw an object. */
    boolean has(UUID id) throws IOException {
        return search(searcher -> find(searcher, id) != null);
    }

    /** Where an object's document is; null if there is none. */
    static Located find(IndexSearcher searcher, UUID id) throws IOException {
        BytesRef bytes = Fields.bytes(id);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms ids = leaf.reader().terms(Fields.ID);
            TermsEnum term = ids == null ? null : ids.iterator();
            if (term != null && term.seekExact(bytes)) {
                int document = live(term, leaf.reader().getLiveDocs());
                if (document != DocIdSetIterator.NO_MORE_DOCS) {
                    return new Located(leaf, document);
                }
            }
        }
        return null;
    }

    private static int live(TermsEnum term, Bits live) throws IOException {
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        int document = documents.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = documents.nextDoc();
        }
        return document;
    }

    /** A document, by its number within a leaf. */
    record Located(LeafReaderContext leaf, int document) {}

    /** Asks a searcher. */
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
