package io.text2vec.lucene.store;

import io.text2vec.lucene.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** What the files of a shard tell without opening it. */
final class ClosedShard {
    private ClosedShard() {}

    /** How many objects it has; nothing if its log has what its index lacks. */
    static OptionalLong count(ShardPlace place) throws IOException {
        if (!Files.isDirectory(place.index())) { // which opening it would make
            return OptionalLong.empty();
        }
        try (Directory directory = FSDirectory.open(place.index())) {
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            if (!Log.isEmpty(
                    place.log(), ObjectIndex.position(commit.getUserData().entrySet()))) {
                return OptionalLong.empty();
            }
            long objects = 0;
            for (SegmentCommitInfo segment : commit) {
                objects += segment.info.maxDoc() - segment.getDelCount();
            }
            return OptionalLong.of(objects);
        } catch (IndexNotFoundException neverCommitted) {
            return OptionalLong.empty();
        }
    }
}
