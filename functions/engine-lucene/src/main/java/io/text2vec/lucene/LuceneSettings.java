package io.text2vec.lucene;

import io.text2vec.lucene.log.Durability;
import java.nio.file.Path;

/**
 * How the embedded engine stores.
 *
 * @param directory of everything; made if it is not there
 * @param durability what an acknowledged write has waited for
 * @param bufferBytes how much of what was indexed a collection keeps in memory before it makes a segment of it: the more,
 *     the fewer and larger segments an import leaves
 * @param logBytes how long a collection's log grows before its index is put on disk; a start after a crash reads so much
 * @param threads how many objects are indexed at once
 * @param openTenants how many tenants' indexes are open at once, over all collections
 * @param hybridDepth how many hits of each of its searches a hybrid search fuses at least
 */
public record LuceneSettings(
        Path directory,
        Durability durability,
        long bufferBytes,
        long logBytes,
        int threads,
        int openTenants,
        int hybridDepth) {
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_BUFFER = 16 * MEGABYTE;

    /**
     * Makes segments of some 20 000 objects with vectors of 384 components. A larger buffer leaves fewer segments to
     * search, but indexing slows down as the graph in it outgrows the processor's caches: twice as much work an object at
     * three times the size.
     */
    private static final long MOST_BUFFER = 64 * MEGABYTE;

    private static final long LOG = 256 * MEGABYTE;

    private static final int OPEN_TENANTS = 128;

    public LuceneSettings {
        if (bufferBytes < MEGABYTE || logBytes < MEGABYTE || threads < 1 || openTenants < 1) {
            throw new IllegalArgumentException(
                    "Expected at least 1 MiB of buffer, 1 MiB of log, 1 thread and 1 open tenant; got %d bytes, %d bytes, %d threads and %d tenants"
                            .formatted(bufferBytes, logBytes, threads, openTenants));
        }
    }

    /** Synced, with a 16th of the heap as buffer, but at most 64 MiB, and a thread for each processor. */
    public static LuceneSettings of(Path directory) {
        Runtime machine = Runtime.getRuntime();
        long buffer = Math.clamp(machine.maxMemory() / 16, LEAST_BUFFER, MOST_BUFFER);
        return new LuceneSettings(
                directory,
                Durability.SYNCED,
                buffer,
                LOG,
                machine.availableProcessors(),
                OPEN_TENANTS,
                QueryRunner.HYBRID_DEPTH);
    }
}
