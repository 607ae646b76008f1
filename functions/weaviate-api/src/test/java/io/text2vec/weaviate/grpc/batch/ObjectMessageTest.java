package io.text2vec.weaviate.grpc.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.BooleanArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.IntArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.NumberArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.ObjectArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.ObjectProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.ObjectPropertiesValue;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.TextArrayProperties;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObjectMessageTest {
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    @Test
    void readsIdTenantAndCollection() {
        ObjectInput read =
                ObjectMessage.read(object().setUuid(ID).setTenant("t").build());
        assertThat(read.collection()).isEqualTo("Film");
        assertThat(read.id()).contains(UUID.fromString(ID));
        assertThat(read.tenant()).contains("t");
        assertThat(ObjectMessage.read(object().build()).id()).isEmpty();
        assertThat(ObjectMessage.read(object().build()).tenant()).isEmpty();
        assertRefused(object().setUuid("1-1-1-1-1").build(), CollectionException.Invalid.class, "uuid");
        assertRefused(BatchObject.getDefaultInstance(), CollectionException.Invalid.class, "collection");
    }

    @Test
    void readsPlainValues() {
        Struct struct = Struct.newBuilder()
                .putFields("text", text("x"))
                .putFields("number", Value.newBuilder().setNumberValue(3).build())
                .putFields("flag", Value.newBuilder().setBoolValue(true).build())
                .putFields(
                        "nothing",
                        Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build())
                .putFields(
                        "list",
                        Value.newBuilder()
                                .setListValue(ListValue.newBuilder().addValues(text("y")))
                                .build())
                .putFields(
                        "geo",
                        Value.newBuilder()
                                .setStructValue(Struct.newBuilder().putFields("latitude", text("1")))
                                .build())
                .build();
        Map<String, Object> read =
                properties(BatchObject.Properties.newBuilder().setNonRefProperties(struct));
        assertThat(read)
                .containsEntry("text", "x")
                .containsEntry("number", 3.0)
                .containsEntry("flag", true)
                .containsEntry("nothing", null)
                .containsEntry("list", List.of("y"))
                .containsEntry("geo", Map.of("latitude", "1"));
    }

    @Test
    void readsListsOfEveryForm() {
        Map<String, Object> read = properties(BatchObject.Properties.newBuilder()
                .addNumberArrayProperties(NumberArrayProperties.newBuilder()
                        .setPropName("numbers")
                        .setValuesBytes(VectorBytes.of(new double[] {1.5, 2})))
                .addNumberArrayProperties(oldNumbers())
                .addIntArrayProperties(
                        IntArrayProperties.newBuilder().setPropName("ints").addValues(7))
                .addTextArrayProperties(
                        TextArrayProperties.newBuilder().setPropName("texts").addValues("a"))
                .addBooleanArrayProperties(
                        BooleanArrayProperties.newBuilder().setPropName("flags").addValues(true))
                .addEmptyListProps("empty"));
        assertThat(read)
                .containsEntry("numbers", numbers(1.5, 2))
                .containsEntry("oldNumbers", numbers(0.5))
                .containsEntry(
                        "ints",
                        new io.text2vec.collections.object.Value.Many(
                                List.of(new io.text2vec.collections.object.Value.Int(7))))
                .containsEntry("texts", List.of("a"))
                .containsEntry("flags", List.of(true))
                .containsEntry("empty", List.of());
    }

    @SuppressWarnings("deprecation") // what older clients send
    private static NumberArrayProperties oldNumbers() {
        return NumberArrayProperties.newBuilder()
                .setPropName("oldNumbers")
                .addValues(0.5)
                .build();
    }

    private static io.text2vec.collections.object.Value.Many numbers(double... numbers) {
        return new io.text2vec.collections.object.Value.Many(Arrays.stream(numbers)
                .<io.text2vec.collections.object.Value>mapToObj(io.text2vec.collections.object.Value.Number::new)
                .toList());
    }

    @Test
    void readsObjectsWithinObjects() {
        ObjectPropertiesValue inner = ObjectPropertiesValue.newBuilder()
                .setNonRefProperties(Struct.newBuilder().putFields("name", text("x")))
                .addEmptyListProps("tags")
                .build();
        ObjectPropertiesValue outer = ObjectPropertiesValue.newBuilder()
                .addObjectProperties(
                        ObjectProperties.newBuilder().setPropName("inner").setValue(inner))
                .build();
        Map<String, Object> read = properties(BatchObject.Properties.newBuilder()
                .addObjectProperties(
                        ObjectProperties.newBuilder().setPropName("one").setValue(outer))
                .addObjectArrayProperties(ObjectArrayProperties.newBuilder()
                        .setPropName("many")
                        .addValues(inner)
                        .addValues(inner)));
        Map<String, Object> innerRead = Map.of("name", "x", "tags", List.of());
        assertThat(read)
                .containsEntry("one", Map.of("inner", innerRead))
                .containsEntry("many", List.of(innerRead, innerRead));
    }

    @Test
    @SuppressWarnings("deprecation") // what older clients send
    void readsVectorsOfEveryForm() {
        float[] vector = {1, 2};
        assertThat(ObjectMessage.read(
                                object().setVectorBytes(VectorBytes.of(vector)).build())
                        .vectors()
                        .get(VectorDef.LEGACY))
                .containsExactly(vector);
        assertThat(ObjectMessage.read(object().addVector(1).addVector(2).build())
                        .vectors()
                        .get(VectorDef.LEGACY))
                .containsExactly(vector);
        Map<String, float[]> named = ObjectMessage.read(object().addVectors(named("a", vector))
                        .addVectors(named("b", vector))
                        .build())
                .vectors();
        assertThat(named).containsOnlyKeys("a", "b");
        assertThat(named.get("b")).containsExactly(vector);
        assertThat(ObjectMessage.read(object().build()).vectors()).isEmpty();
        assertRefused(
                object().addVectors(named("a", vector))
                        .addVectors(named("a", vector))
                        .build(),
                CollectionException.Invalid.class,
                "the vector a is given twice");
    }

    private static Vectors named(String name, float[] vector) {
        return Vectors.newBuilder()
                .setName(name)
                .setVectorBytes(VectorBytes.of(vector))
                .build();
    }

    @Test
    void referencesAreGatheredByTheirProperty() {
        assertThat(properties(BatchObject.Properties.newBuilder()
                        .addSingleTargetRefProps(BatchObject.SingleTargetRefProps.newBuilder()
                                .setPropName("by")
                                .addUuids("a")
                                .addUuids("b"))
                        .addMultiTargetRefProps(BatchObject.MultiTargetRefProps.newBuilder()
                                .setPropName("of")
                                .setTargetCollection("Person")
                                .addUuids("a"))
                        .addMultiTargetRefProps(BatchObject.MultiTargetRefProps.newBuilder()
                                .setPropName("of")
                                .setTargetCollection("Place")
                                .addUuids("b"))))
                .isEqualTo(Map.of(
                        "by",
                        List.of(Map.of("beacon", "weaviate://localhost/a"), Map.of("beacon", "weaviate://localhost/b")),
                        "of",
                        List.of(
                                Map.of("beacon", "weaviate://localhost/Person/a"),
                                Map.of("beacon", "weaviate://localhost/Place/b"))));
    }

    @Test
    void refusesAPropertyThatIsGivenTwice() {
        assertThatThrownBy(() -> properties(BatchObject.Properties.newBuilder()
                        .addEmptyListProps("tags")
                        .addTextArrayProperties(TextArrayProperties.newBuilder().setPropName("tags"))))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("tags");
        assertThatThrownBy(() -> properties(BatchObject.Properties.newBuilder()
                        .addEmptyListProps("by")
                        .addSingleTargetRefProps(
                                BatchObject.SingleTargetRefProps.newBuilder().setPropName("by"))))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("by");
    }

    private static BatchObject.Builder object() {
        return BatchObject.newBuilder().setCollection("Film");
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static Map<String, Object> properties(BatchObject.Properties.Builder message) {
        return PropertiesMessage.read(message.build());
    }

    private static void assertRefused(BatchObject object, Class<? extends CollectionException> kind, String words) {
        assertThatThrownBy(() -> ObjectMessage.read(object)).isInstanceOf(kind).hasMessageContaining(words);
    }
}
