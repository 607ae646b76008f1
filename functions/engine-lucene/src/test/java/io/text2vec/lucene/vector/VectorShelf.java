package io.text2vec.lucene.vector;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.MemoryIndex;
import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriterConfig;

/** An index of nothing but ids and vectors. */
final class VectorShelf extends MemoryIndex {
    private final CollectionDef collection;

    VectorShelf(CollectionDef collection) throws IOException {
        super(new IndexWriterConfig().setCodec(new VectorCodec(() -> collection)));
        this.collection = collection;
    }

    /** The id that says its number in its last digits. */
    static UUID id(long number) {
        return new UUID(0x4000L, number);
    }

    void put(UUID id, Map<String, float[]> vectors) throws IOException {
        var document = new Document();
        document.add(new StringField(Fields.ID, Fields.bytes(id), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.ID, Fields.bytes(id)));
        VectorFields.add(document, collection, new StoredObject(id, 0, 0, Map.of(), vectors));
        writer.updateDocument(Fields.id(id), document);
    }

    void merge() throws IOException {
        writer.forceMerge(1);
    }

    void put(long number, float... vector) throws IOException {
        put(id(number), Map.of("", vector));
    }
}
