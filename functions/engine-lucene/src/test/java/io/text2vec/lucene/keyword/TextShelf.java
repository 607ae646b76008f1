package io.text2vec.lucene.keyword;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.IndexFormat;
import io.text2vec.lucene.document.Fields;
import io.text2vec.lucene.document.ObjectDocument;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index of objects that have texts only. */
final class TextShelf implements AutoCloseable {
    private final CollectionDef collection;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private DirectoryReader reader;

    TextShelf(CollectionDef collection) throws IOException {
        this.collection = collection;
        this.writer =
                new IndexWriter(directory, IndexFormat.config(() -> collection).setMergePolicy(NoMergePolicy.INSTANCE));
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

    /** Ends a segment. */
    void flush() throws IOException {
        writer.flush();
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
