package io.text2vec.lucene.sort;

import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Walks through the ids of all segments in their order: what a page costs is what it passes over, not all there is. */
final class IdWalk {
    private IdWalk() {}

    static int[] page(IndexReader reader, Optional<UUID> after, int offset, int limit) throws IOException {
        PriorityQueue<SegmentIds> next = new PriorityQueue<>(Comparator.comparing(SegmentIds::id));
        for (LeafReaderContext segment : reader.leaves()) {
            Terms ids = segment.reader().terms(Fields.ID);
            if (ids != null) {
                SegmentIds walk = new SegmentIds(segment, ids.iterator());
                if (walk.start(after)) {
                    next.add(walk);
                }
            }
        }
        IntStream.Builder page = IntStream.builder();
        long end = (long) offset + limit;
        for (long passed = 0; passed < end && !next.isEmpty(); passed++) {
            SegmentIds first = next.poll();
            if (passed >= offset) {
                page.add(first.document());
            }
            if (first.advance()) {
                next.add(first);
            }
        }
        return page.build().toArray();
    }

    /** The ids of a segment that are not deleted. */
    private static final class SegmentIds {
        private final int base;
        private final Bits alive;
        private final TermsEnum ids;
        private PostingsEnum postings;
        private int document;

        SegmentIds(LeafReaderContext segment, TermsEnum ids) {
            this.base = segment.docBase;
            this.alive = segment.reader().getLiveDocs();
            this.ids = ids;
        }

        boolean start(Optional<UUID> after) throws IOException {
            if (after.isEmpty()) {
                return advance();
            }
            BytesRef last = Fields.bytes(after.get());
            return switch (ids.seekCeil(last)) {
                case END -> false;
                case FOUND -> advance();
                case NOT_FOUND -> isAlive() || advance();
            };
        }

        boolean advance() throws IOException {
            while (ids.next() != null) {
                if (isAlive()) {
                    return true;
                }
            }
            return false;
        }

        /** An id that was written again is there twice, deleted and not. */
        private boolean isAlive() throws IOException {
            postings = ids.postings(postings, PostingsEnum.NONE);
            document = postings.nextDoc();
            while (alive != null && document != DocIdSetIterator.NO_MORE_DOCS && !alive.get(document)) {
                document = postings.nextDoc();
            }
            return document != DocIdSetIterator.NO_MORE_DOCS;
        }

        /** Where it stands; changes as it goes on. */
        BytesRef id() {
            try {
                return ids.term();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        int document() {
            return base + document;
        }
    }
}
