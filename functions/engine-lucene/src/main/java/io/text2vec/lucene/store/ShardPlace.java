package io.text2vec.lucene.store;

import io.text2vec.lucene.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a shard is.
 *
 * <pre>
 * log/    what was written and is not in the index yet
 * index/  Lucene's files
 * </pre>
 *
 * @param tenant whose it is; absent: it is all of a collection
 */
record ShardPlace(Path folder, Optional<String> tenant) {

    /** Makes it, empty and on disk. */
    void make() throws IOException {
        Files.createDirectories(folder);
        Log.create(log());
        Files.createDirectory(index());
        DurableFiles.sync(folder);
        DurableFiles.sync(folder.getParent());
    }

    Path log() {
        return folder.resolve("log");
    }

    Path index() {
        return folder.resolve("index");
    }

    /** What messages call it, at the beginning of a sentence. */
    String words(String collection) {
        return tenant.map(name -> "Tenant %s of collection %s".formatted(name, collection))
                .orElseGet(() -> "Collection " + collection);
    }

    /** What goes when it is deleted. */
    String whole() {
        return tenant.isPresent() ? "the tenant" : "the collection";
    }
}
