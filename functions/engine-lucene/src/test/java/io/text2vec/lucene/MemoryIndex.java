package io.text2vec.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index in memory, whose segments a test decides on. */
public abstract class MemoryIndex implements AutoCloseable {
    protected final IndexWriter writer;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;

    protected MemoryIndex(IndexWriterConfig config) throws IOException {
        writer = new IndexWriter(directory, config);
        reader = DirectoryReader.open(writer);
    }

    /** Ends a segment. */
    public final void flush() throws IOException {
        writer.flush();
    }

    /** With all that was put. */
    public final IndexSearcher searcher() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
        return new IndexSearcher(reader);
    }

    @Override
    public final void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }
}
