package io.text2vec.lucene.keyword;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.MemoryIndex;
import io.text2vec.lucene.document.Fields;
import io.text2vec.lucene.document.ObjectDocument;
import io.text2vec.lucene.store.IndexFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.NoMergePolicy;

/** An index of objects that have texts only. */
final class TextShelf extends MemoryIndex {
    private final CollectionDef collection;

    TextShelf(CollectionDef collection) throws IOException {
        super(IndexFormat.config(() -> collection).setMergePolicy(NoMergePolicy.INSTANCE));
        this.collection = collection;
    }

    static UUID id(long number) {
        return new UUID(0x4000L, number);
    }

    void put(UUID id, Map<String, String> texts) throws IOException {
        Map<String, Value> properties = new HashMap<>();
        texts.forEach((name, text) -> properties.put(name, new Value.Text(text)));
        var object = new StoredObject(id, 0, 0, properties, Map.of());
        writer.updateDocument(Fields.id(id), ObjectDocument.of(collection, object));
    }

    void put(long number, String text) throws IOException {
        put(id(number), Map.of("text", text));
    }
}
