package io.text2vec.lucene.vector;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.document.Fields;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index of nothing but ids and vectors. */
final class VectorShelf implements AutoCloseable {
    private final CollectionDef collection;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private DirectoryReader reader;

    VectorShelf(CollectionDef collection) throws IOException {
        this.collection = collection;
        this.writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new VectorCodec(() -> collection)));
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

    /** Ends a segment. */
    void flush() throws IOException {
        writer.flush();
    }

    void merge() throws IOException {
        writer.forceMerge(1);
    }

    void put(long number, float... vector) throws IOException {
        put(id(number), Map.of("", vector));
    }

    IndexSearcher searcher() throws IOException {
        if (reader != null) {
            reader.close();
        }
        reader = DirectoryReader.open(writer);
        return new IndexSearcher(reader);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
        writer.close();
        directory.close();
    }
}
