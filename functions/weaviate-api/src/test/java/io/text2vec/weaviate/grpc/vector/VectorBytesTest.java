package io.text2vec.weaviate.grpc.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.text2vec.collections.CollectionException;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors.VectorType;
import org.junit.jupiter.api.Test;

class VectorBytesTest {

    @Test
    void theLeastSignificantByteComesFirst() {
        assertThat(VectorBytes.of(new float[] {1, -2}).toByteArray())
                .containsExactly(0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0);
        assertThat(VectorBytes.of(new long[] {258}).toByteArray()).containsExactly(2, 1, 0, 0, 0, 0, 0, 0);
        assertThat(VectorBytes.of(new double[] {1}).toByteArray()).containsExactly(0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f);
    }

    @Test
    void whatIsWrittenIsRead() {
        float[] floats = {0.1f, -3e30f, Float.MIN_VALUE};
        double[] doubles = {0.1, -3e300};
        assertThat(VectorBytes.floats(VectorBytes.of(floats), "v")).containsExactly(floats);
        assertThat(VectorBytes.doubles(VectorBytes.of(doubles), "v")).containsExactly(doubles);
    }

    @Test
    void halfANumberIsRefused() {
        assertThatThrownBy(() -> VectorBytes.floats(ByteString.copyFrom(new byte[7]), "vector_bytes"))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessage("vector_bytes must have 4 bytes for each number; 7 bytes came");
        assertThatThrownBy(() -> VectorBytes.doubles(ByteString.copyFrom(new byte[7]), "values"))
                .isInstanceOf(CollectionException.Invalid.class);
    }

    @Test
    void aListOfVectorsIsRefusedByName() {
        Vectors multi =
                Vectors.newBuilder().setType(VectorType.VECTOR_TYPE_MULTI_FP32).build();
        assertThatThrownBy(() -> VectorBytes.floats(multi, "the vector x"))
                .isInstanceOf(CollectionException.Unsupported.class)
                .hasMessageContaining("multi-vectors");
    }
}
