package io.text2vec.lucene.document;

import io.text2vec.collections.object.Value;
import java.util.Map;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;

/** Picks the source out of a document's stored fields. */
final class SourceVisitor extends StoredFieldVisitor {
    private byte[] source = new byte[0];

    @Override
    public Status needsField(FieldInfo field) {
        return field.name.equals(Fields.SOURCE) ? Status.YES : Status.NO;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
        source = value;
    }

    Map<String, Value> properties() {
        return ObjectCodec.decodeProperties(source, 0, source.length);
    }
}
