package io.text2vec.lucene.vector;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.VectorDef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/**
 * The vectors of an object as fields of its document.
 *
 * <p>Each vector is one field, which its search compares. For the cosine distance that field holds the vector at unit
 * length; what was given then stands beside it, unless it had that length already, so that it is read back bit by bit.
 */
public final class VectorFields {
    /** How long a vector may be. */
    public static final int MOST_DIMENSIONS = 4096;

    private static final String SEARCHED = "_vector:";
    private static final String GIVEN = "_given:";

    /** By how much the square of a length may differ from 1: what is rounded in 4096 floats stays below. */
    private static final double UNIT = 1e-5;

    private VectorFields() {}

    /** The field that a vector is searched in. */
    static String searched(String vector) {
        return SEARCHED + vector;
    }

    /** Whose vector a field holds. */
    static VectorDef definition(CollectionDef collection, String field) {
        return collection.vectors().get(field.substring(SEARCHED.length()));
    }

    /**
     * Adds the vectors of an object to its document.
     *
     * @throws CollectionException.Invalid if {@link #check} would
     */
    public static void add(Document document, CollectionDef collection, StoredObject object) {
        object.vectors().forEach((name, vector) -> add(document, checked(collection, name, vector), vector));
    }

    private static void add(Document document, VectorDef definition, float[] vector) {
        Distance distance = definition.index().distance();
        float[] searched = distance == Distance.COSINE ? unit(vector) : vector;
        document.add(new KnnFloatVectorField(searched(definition.name()), searched, Metric.similarity(distance)));
        if (searched != vector) {
            document.add(new BinaryDocValuesField(GIVEN + definition.name(), bytes(vector)));
        }
    }

    /**
     * Checks the vectors of an object before anything is written.
     *
     * @throws CollectionException.Invalid if the collection has no vector of a name, or one is too long, empty or not of
     *     finite numbers; that it is as long as those before it, the writer knows
     */
    public static void check(CollectionDef collection, StoredObject object) {
        object.vectors().forEach((name, vector) -> checked(collection, name, vector));
    }

    private static VectorDef checked(CollectionDef collection, String name, float[] vector) {
        VectorDef definition = VectorNames.definition(collection, name);
        if (vector.length == 0 || vector.length > MOST_DIMENSIONS) {
            throw new CollectionException.Invalid(
                    "%s of an object has %d components; a vector has at least 1 and at most %d."
                            .formatted(VectorNames.spoken(name), vector.length, MOST_DIMENSIONS));
        }
        for (float component : vector) {
            if (!Float.isFinite(component)) {
                throw new CollectionException.Invalid("%s of an object has a component that is no finite number."
                        .formatted(VectorNames.spoken(name)));
            }
        }
        return definition;
    }

    /** The vector of a document as it was given; null if it has none. */
    public static float[] read(LeafReader reader, int document, String name) throws IOException {
        BinaryDocValues given = reader.getBinaryDocValues(GIVEN + name);
        if (given != null && given.advanceExact(document)) {
            return floats(given.binaryValue());
        }
        FloatVectorValues vectors = reader.getFloatVectorValues(searched(name));
        if (vectors == null) {
            return null;
        }
        var position = vectors.iterator();
        return position.advance(document) == document
                ? vectors.vectorValue(position.index()).clone()
                : null;
    }

    /** How long the vectors of a name are; absent while there are none. */
    public static OptionalInt dimensions(IndexReader reader, String name) {
        for (LeafReaderContext leaf : reader.leaves()) {
            FieldInfo field = leaf.reader().getFieldInfos().fieldInfo(searched(name));
            if (field != null && field.hasVectorValues()) {
                return OptionalInt.of(field.getVectorDimension());
            }
        }
        return OptionalInt.empty();
    }

    /** The vector at unit length: itself if it has that, or no length at all. */
    static float[] unit(float[] vector) {
        double squared = Metric.dot(vector, vector);
        if (squared == 0 || Math.abs(squared - 1) <= UNIT) {
            return vector;
        }
        double length = Math.sqrt(squared);
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private static BytesRef bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return new BytesRef(bytes.array());
    }

    private static float[] floats(BytesRef bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(vector);
        return vector;
    }
}
