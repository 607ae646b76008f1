package io.text2vec.lucene.store;

/**
 * What an index may keep in memory, and how many files a segment has.
 *
 * @param bufferMegabytes of what was indexed, before it makes a segment
 * @param smallSegmentMegabytes segments that refreshes leave stay in memory up to this size, so that a search after each
 *     write makes no files
 * @param smallSegmentsMegabytes all of those together
 * @param packed whether the files of a segment are put into one
 * @param parallelFrom from how many objects on several threads index at once: each makes segments of its own, which where
 *     there are few objects are many segments of next to nothing
 * @param idleBytes how long a log has to be, for the index to take over what it holds while nobody writes
 */
record IndexSizes(
        double bufferMegabytes,
        double smallSegmentMegabytes,
        double smallSegmentsMegabytes,
        boolean packed,
        long parallelFrom,
        long idleBytes) {
    private static final double MEGABYTE = 1 << 20;

    /** Of many tenants that are open at once each may have so much less of a buffer. */
    private static final int TENANTS_SHARE = 32;

    static IndexSizes ofCollection(long bufferBytes) {
        return new IndexSizes(bufferBytes / MEGABYTE, 4, 32, false, 0, 4 << 20);
    }

    static IndexSizes ofTenant(long bufferBytes) {
        return new IndexSizes(Math.max(1, bufferBytes / MEGABYTE / TENANTS_SHARE), 0.5, 1, true, 2000, 1);
    }
}
