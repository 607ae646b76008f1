package io.text2vec.lucene;

import io.text2vec.collections.engine.EngineProvider;
import java.nio.file.Path;

/** Opens the embedded engine in a data directory. */
public final class LuceneEngineProvider implements EngineProvider {

    @Override
    public Opened open(Path data) {
        LuceneEngine engine = LuceneEngine.open(LuceneSettings.of(data));
        int collections = engine.collections().size();
        return new Opened(
                engine, "%d %s in %s".formatted(collections, collections == 1 ? "collection" : "collections", data));
    }
}
