package io.text2vec.lucene.document;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.IndexFormat;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** An index in memory, whose segments a test decides on. */
public final class Shelf implements AutoCloseable {
    private final CollectionDef collection;
    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private DirectoryReader reader;

    public Shelf(CollectionDef collection) throws IOException {
        this.collection = collection;
        writer =
                new IndexWriter(directory, IndexFormat.config(() -> collection).setMergePolicy(NoMergePolicy.INSTANCE));
        reader = DirectoryReader.open(writer);
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

    /** With all that was put. */
    public IndexSearcher searcher() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
        return new IndexSearcher(reader);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }
}
