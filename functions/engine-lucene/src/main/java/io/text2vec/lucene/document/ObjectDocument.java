package io.text2vec.lucene.document;

import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Wanted;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.lucene.vector.VectorFields;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** Turns objects into Lucene's documents and back. */
public final class ObjectDocument {
    private ObjectDocument() {}

    /** The document of an object. */
    public static Document of(CollectionDef collection, StoredObject object) {
        Document document = new Document();
        document.add(Fields.idField(object.id()));
        document.add(NumericDocValuesField.indexedField(Fields.CREATED, object.created()));
        document.add(NumericDocValuesField.indexedField(Fields.UPDATED, object.updated()));
        document.add(new BinaryDocValuesField(Fields.SOURCE, Source.pack(object.properties())));
        PropertyFields fields = new PropertyFields(document, collection.invertedIndex());
        object.properties()
                .forEach((name, value) -> collection.property(name).ifPresent(property -> fields.add(property, value)));
        VectorFields.add(document, collection, object);
        return document;
    }

    /**
     * The object of a document, with the parts that are wanted.
     *
     * @param document number within the leaf
     */
    public static StoredObject read(LeafReaderContext leaf, int document, Wanted wanted, CollectionDef collection)
            throws IOException {
        LeafReader reader = leaf.reader();
        return new StoredObject(
                id(reader, document),
                time(reader, Fields.CREATED, document),
                time(reader, Fields.UPDATED, document),
                wanted.properties() ? properties(reader, document) : Map.of(),
                vectors(reader, document, wanted, collection));
    }

    private static Map<String, float[]> vectors(
            LeafReader reader, int document, Wanted wanted, CollectionDef collection) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        for (String name : collection.vectors().keySet()) {
            float[] vector = wanted.allVectors() || wanted.vectors().contains(name)
                    ? VectorFields.read(reader, document, name)
                    : null;
            if (vector != null) {
                vectors.put(name, vector);
            }
        }
        return vectors;
    }

    /** The properties of a document. */
    public static Map<String, Value> properties(LeafReader reader, int document) throws IOException {
        BinaryDocValues sources = DocValues.getBinary(reader, Fields.SOURCE);
        sources.advanceExact(document);
        return Source.unpack(sources.binaryValue());
    }

    /** The id of a document. */
    public static UUID id(LeafReader reader, int document) throws IOException {
        BinaryDocValues ids = DocValues.getBinary(reader, Fields.ID);
        ids.advanceExact(document);
        return Fields.uuid(ids.binaryValue());
    }

    private static long time(LeafReader reader, String field, int document) throws IOException {
        NumericDocValues times = DocValues.getNumeric(reader, field);
        times.advanceExact(document);
        return times.longValue();
    }
}
