package io.text2vec.lucene.document;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.MemoryIndex;
import io.text2vec.lucene.store.IndexFormat;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.NoMergePolicy;

/** An index in memory, whose segments a test decides on. */
public final class Shelf extends MemoryIndex {
    private final CollectionDef collection;

    public Shelf(CollectionDef collection) throws IOException {
        super(IndexFormat.config(() -> collection).setMergePolicy(NoMergePolicy.INSTANCE));
        this.collection = collection;
    }

    /** Adds a segment. */
    public void put(List<StoredObject> objects) throws IOException {
        for (StoredObject object : objects) {
            writer.updateDocument(Fields.id(object.id()), ObjectDocument.of(collection, object));
        }
        writer.flush();
    }

    public void put(StoredObject... objects) throws IOException {
        put(List.of(objects));
    }

    public void delete(UUID id) throws IOException {
        writer.deleteDocuments(Fields.id(id));
    }
}
