package io.text2vec.lucene.document;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.Value;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/**
 * The properties of an object as an index keeps them: one doc value for each object. Lucene's stored fields would be
 * smaller, since they compress a block of neighbours together, but then a block is unpacked for each hit, which took a
 * tenth of a search's time.
 *
 * <pre>
 * form  1 byte: 0 plain, 1 packed
 * 0     {@link ObjectCodec#encodeProperties}
 * 1     length of that, of varying length; then that, by LZ4
 * </pre>
 */
final class Source {
    private static final int PLAIN = 0;
    private static final int PACKED = 1;

    /** Shorter ones hardly get smaller alone. */
    private static final int WORTH_PACKING = 512;

    private Source() {}

    static BytesRef pack(Map<String, Value> properties) {
        byte[] source = ObjectCodec.encodeProperties(properties);
        if (source.length >= WORTH_PACKING) {
            BytesRef packed = packed(source);
            if (packed.length <= source.length) {
                return packed;
            }
        }
        byte[] plain = new byte[1 + source.length];
        plain[0] = PLAIN;
        System.arraycopy(source, 0, plain, 1, source.length);
        return new BytesRef(plain);
    }

    private static BytesRef packed(byte[] source) {
        try {
            var out = new ByteBuffersDataOutput();
            out.writeByte((byte) PACKED);
            out.writeVInt(source.length);
            LZ4.compress(source, 0, source.length, out, new LZ4.FastCompressionHashTable());
            return new BytesRef(out.toArrayCopy());
        } catch (IOException e) {
            throw new IllegalStateException("memory can't fail to be written", e);
        }
    }

    /** @throws CollectionException.EngineFailed if it is damaged, or of a newer version */
    static Map<String, Value> unpack(BytesRef bytes) {
        if (bytes.length > 0 && bytes.bytes[bytes.offset] == PACKED) {
            byte[] source = unpacked(bytes);
            return ObjectCodec.decodeProperties(source, 0, source.length);
        }
        return ObjectCodec.decodeProperties(bytes.bytes, bytes.offset + 1, bytes.length - 1);
    }

    private static byte[] unpacked(BytesRef bytes) {
        try {
            var in = new ByteArrayDataInput(bytes.bytes, bytes.offset + 1, bytes.length - 1);
            byte[] source = new byte[in.readVInt()];
            LZ4.decompress(in, source.length, source, 0);
            return source;
        } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException damage) {
            throw new CollectionException.EngineFailed(
                    "A stored object cannot be unpacked. Its file is damaged; restore it from a copy.", damage);
        }
    }
}
