package io.text2vec.weaviate.grpc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.query.Targets;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Distance;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.weaviate.grpc.RecordedReads;
import io.text2vec.weaviate.grpc.TestCollection;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Value.KindCase;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.GroupByResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.ObjectPropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyMessageTest {
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final Search NEAR = new Search.Near(new Source.ObjectOf(ID), Targets.ONLY, Optional.empty());
    private static final Search KEYWORD = new Search.Keyword("x", List.of(), io.text2vec.collections.query.Match.ANY);
    private static final MetadataRequest EVERYTHING = MetadataRequest.newBuilder()
            .setUuid(true)
            .setVector(true)
            .setCreationTimeUnix(true)
            .setLastUpdateTimeUnix(true)
            .setDistance(true)
            .setCertainty(true)
            .setScore(true)
            .setExplainScore(true)
            .setIsConsistent(true)
            .build();

    @Test
    void everyTypeIsWrittenAsTheContractHasIt() {
        var date = new Value.Date(OffsetDateTime.parse("2020-01-31T12:00:00.120+02:00"));
        var nested = new Value.Nested(Map.of("name", new Value.Text("n"), "year", new Value.Int(1)));
        Map<String, Value> values = new HashMap<>();
        values.put("text", new Value.Text("x"));
        values.put("int", new Value.Int(-3));
        values.put("number", new Value.Number(1.5));
        values.put("boolean", new Value.Bool(true));
        values.put("date", date);
        values.put("uuid", new Value.Uuid(ID));
        values.put("geo", new Value.Geo(1, 2));
        values.put("phone", new Value.Phone("017", Optional.of("de"), "+49 17", 17, "017", 49, false));
        values.put("object", nested);
        values.put("texts", new Value.Many(List.of(new Value.Text("x"))));
        values.put("ints", new Value.Many(List.of(new Value.Int(1), new Value.Int(-1))));
        values.put("numbers", new Value.Many(List.of(new Value.Number(0.5))));
        values.put("booleans", new Value.Many(List.of(new Value.Bool(false))));
        values.put("dates", new Value.Many(List.of(date)));
        values.put("uuids", new Value.Many(List.of(new Value.Uuid(ID))));
        values.put("objects", new Value.Many(List.of(nested)));
        var fields = fields(SearchRequest.getDefaultInstance(), values);
        assertThat(fields.get("text").getTextValue()).isEqualTo("x");
        assertThat(fields.get("int").getIntValue()).isEqualTo(-3);
        assertThat(fields.get("number").getNumberValue()).isEqualTo(1.5);
        assertThat(fields.get("boolean").getBoolValue()).isTrue();
        assertThat(fields.get("date").getDateValue()).isEqualTo("2020-01-31T12:00:00.12+02:00");
        assertThat(fields.get("uuid").getUuidValue()).isEqualTo(ID.toString());
        assertThat(fields.get("geo").getGeoValue().getLongitude()).isEqualTo(2);
        assertThat(fields.get("phone").getPhoneValue().getInternationalFormatted())
                .isEqualTo("+49 17");
        assertThat(fields.get("phone").getPhoneValue().getNational()).isEqualTo(17);
        assertThat(fields.get("object")
                        .getObjectValue()
                        .getFieldsOrThrow("year")
                        .getIntValue())
                .isEqualTo(1);
        assertThat(fields.get("texts").getListValue().getTextValues().getValuesList())
                .containsExactly("x");
        assertThat(fields.get("ints").getListValue().getIntValues().getValues().toByteArray())
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1);
        assertThat(fields.get("numbers").getListValue().getNumberValues().getValues())
                .isEqualTo(VectorBytes.of(new double[] {0.5}));
        assertThat(fields.get("booleans").getListValue().getBoolValues().getValuesList())
                .containsExactly(false);
        assertThat(fields.get("dates").getListValue().getDateValues().getValuesList())
                .containsExactly("2020-01-31T12:00:00.12+02:00");
        assertThat(fields.get("uuids").getListValue().getUuidValues().getValuesList())
                .containsExactly(ID.toString());
        assertThat(fields.get("objects")
                        .getListValue()
                        .getObjectValues()
                        .getValues(0)
                        .getFieldsOrThrow("name")
                        .getTextValue())
                .isEqualTo("n");
    }

    @Test
    void anEmptyListKeepsItsType() {
        var fields = fields(SearchRequest.getDefaultInstance(), Map.of("dates", new Value.Many(List.of())));
        assertThat(fields.get("dates").getListValue().hasDateValues()).isTrue();
    }

    @Test
    void withoutAChoiceAllButBlobsAndReferencesAreTold() {
        var fields = fields(SearchRequest.getDefaultInstance(), Map.of("blob", new Value.Blob("AA==")));
        assertThat(fields).containsKey("text").doesNotContainKeys("blob", "reference");
        assertThat(fields.get("text").getKindCase()).isEqualTo(KindCase.NULL_VALUE);
        assertThat(fields(choice(PropertiesRequest.newBuilder().setReturnAllNonrefProperties(true)), Map.of()))
                .containsOnlyKeys(fields.keySet());
    }

    @Test
    void whatIsChosenIsToldAloneAndNullWhereItIsMissing() {
        SearchRequest chosen = choice(PropertiesRequest.newBuilder()
                .addNonRefProperties("Text")
                .addNonRefProperties("blob")
                .addObjectProperties(ObjectPropertiesRequest.newBuilder()
                        .setPropName("object")
                        .addPrimitiveProperties("name")));
        var fields = fields(
                chosen,
                Map.of(
                        "blob", new Value.Blob("AA=="),
                        "object", new Value.Nested(Map.of("name", new Value.Text("n"), "year", new Value.Int(1)))));
        assertThat(fields).containsOnlyKeys("text", "blob", "object");
        assertThat(fields.get("text").getKindCase()).isEqualTo(KindCase.NULL_VALUE);
        assertThat(fields.get("blob").getBlobValue()).isEqualTo("AA==");
        assertThat(fields.get("object").getObjectValue().getFieldsMap()).containsOnlyKeys("name");
        assertThat(fields(choice(PropertiesRequest.newBuilder()), Map.of())).isEmpty();
    }

    @Test
    void anUnknownPropertyIsRefused() {
        assertThatThrownBy(() -> PropertySelection.of(
                        choice(PropertiesRequest.newBuilder().addNonRefProperties("Nothing")),
                        TestCollection.DEFINITION,
                        ReplyMessageTest::none))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessage("The collection Film has no property nothing.");
        assertThatThrownBy(() -> PropertySelection.of(
                        choice(PropertiesRequest.newBuilder()
                                .addObjectProperties(ObjectPropertiesRequest.newBuilder()
                                        .setPropName("object")
                                        .addPrimitiveProperties("nothing"))),
                        TestCollection.DEFINITION,
                        ReplyMessageTest::none))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("no nested property nothing");
    }

    @Test
    void metadataIsToldAsFarAsItIsAskedFor() {
        assertThat(metadata(MetadataRequest.getDefaultInstance(), TestCollection.DEFINITION, NEAR))
                .isEqualTo(MetadataResult.getDefaultInstance());
        MetadataResult all = metadata(EVERYTHING, TestCollection.DEFINITION, NEAR);
        assertThat(all.getId()).isEqualTo(ID.toString());
        assertThat(all.getIdAsBytes().toByteArray()).hasSize(16).startsWith(0x11, 0x11, 0x11, 0x11, 0x22);
        assertThat(all.getCreationTimeUnix()).isEqualTo(5);
        assertThat(all.getLastUpdateTimeUnixPresent()).isTrue();
        assertThat(all.getDistance()).isEqualTo(0.5f);
        assertThat(all.getCertainty()).isEqualTo(0.75f);
        assertThat(all.getScorePresent()).as("even without a score").isTrue();
        assertThat(all.getExplainScorePresent()).isTrue();
        assertThat(all.getIsConsistentPresent()).isFalse();
        assertThat(all.getVectorBytes()).isEqualTo(VectorBytes.of(new float[] {1, 2}));
    }

    @Test
    void distanceAndCertaintyAreForNearnessAlone() {
        MetadataResult keyword = metadata(EVERYTHING, TestCollection.DEFINITION, KEYWORD);
        assertThat(keyword.getDistancePresent()).isFalse();
        assertThat(keyword.getCertaintyPresent()).isFalse();
        CollectionDef dot = TestCollection.withVectors(Map.of(VectorDef.LEGACY, Distance.DOT));
        assertThat(metadata(EVERYTHING, dot, NEAR).getDistancePresent()).isTrue();
        assertThat(metadata(EVERYTHING, dot, NEAR).getCertaintyPresent())
                .as("only the cosine has one")
                .isFalse();
    }

    @Test
    void namedVectorsHaveTheirNames() {
        CollectionDef named = TestCollection.withVectors(Map.of("a", Distance.COSINE, "b", Distance.COSINE));
        assertThat(metadata(EVERYTHING, named, NEAR).getVectorsList())
                .extracting(io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors::getName)
                .containsExactly("a", "b");
        MetadataRequest chosen =
                MetadataRequest.newBuilder().addVectors("b").addVectors("none").build();
        assertThat(metadata(chosen, named, NEAR).getVectorsList())
                .singleElement()
                .satisfies(vector -> assertThat(VectorBytes.floats(vector, "b")).containsExactly(4));
    }

    @Test
    void groupsHaveTheirObjects() {
        Hit hit = hit(Map.of());
        SearchReply reply = new ReplyMessage(
                        TestCollection.DEFINITION,
                        references(SearchRequest.getDefaultInstance(), TestCollection.DEFINITION),
                        EVERYTHING,
                        NEAR)
                .write(new SearchResult(
                        List.of(),
                        List.of(new SearchResult.Group(
                                "drama", OptionalDouble.of(0.5), OptionalDouble.of(1), List.of(hit, hit)))))
                .build();
        GroupByResult group = reply.getGroupByResults(0);
        assertThat(group.getName()).isEqualTo("drama");
        assertThat(group.getMinDistance()).isEqualTo(0.5f);
        assertThat(group.getMaxDistance()).isEqualTo(1);
        assertThat(group.getNumberOfObjects()).isEqualTo(2);
        assertThat(group.getObjects(1).getMetadata().getId()).isEqualTo(ID.toString());
        assertThat(group.getObjects(1).getProperties().getTargetCollection()).isEqualTo("Film");
    }

    private static Hit hit(Map<String, Value> properties) {
        Map<String, float[]> vectors =
                Map.of(VectorDef.LEGACY, new float[] {1, 2}, "a", new float[] {3}, "b", new float[] {4});
        return new Hit(
                new StoredObject(ID, 5, 6, properties, vectors),
                OptionalDouble.of(0.5),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static SearchRequest choice(PropertiesRequest.Builder properties) {
        return SearchRequest.newBuilder().setProperties(properties).build();
    }

    private static Map<String, io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoProperties.Value> fields(
            SearchRequest request, Map<String, Value> values) {
        return reply(request, MetadataRequest.getDefaultInstance(), TestCollection.DEFINITION, NEAR, values)
                .getResults(0)
                .getProperties()
                .getNonRefProps()
                .getFieldsMap();
    }

    private static MetadataResult metadata(MetadataRequest wanted, CollectionDef collection, Search search) {
        return reply(SearchRequest.getDefaultInstance(), wanted, collection, search, Map.of())
                .getResults(0)
                .getMetadata();
    }

    private static SearchReply reply(
            SearchRequest request,
            MetadataRequest wanted,
            CollectionDef collection,
            Search search,
            Map<String, Value> values) {
        Map<String, float[]> vectors = new HashMap<>(hit(values).object().vectors());
        vectors.keySet().retainAll(collection.vectors().keySet());
        StoredObject object = new StoredObject(ID, 5, 6, values, vectors);
        Hit hit = new Hit(object, OptionalDouble.of(0.5), OptionalDouble.empty(), Optional.empty());
        return new ReplyMessage(collection, references(request, collection), wanted, search)
                .write(new SearchResult(List.of(hit), List.of()))
                .build();
    }

    private static ReferenceMessages references(SearchRequest request, CollectionDef collection) {
        return ReferenceMessages.read(
                PropertySelection.of(request, collection, ReplyMessageTest::none),
                List.of(),
                Optional.empty(),
                new RecordedReads());
    }

    private static CollectionDef none(String name) {
        throw new CollectionException.NotFound("There is no collection " + name + ".");
    }
}
