package io.text2vec.weaviate.grpc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.weaviate.grpc.RecordedReads;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.PropertiesResult;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.RefPropertiesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is told of the objects that hits point to. Films point to films here. */
class ReferenceAnswerTest {
    private static final UUID GONE = id(99);

    private final RecordedReads reads = new RecordedReads();

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    private StoredObject film(long number, UUID... to) {
        Map<String, Value> properties = new HashMap<>();
        properties.put("text", new Value.Text("film " + number));
        if (to.length > 0) {
            properties.put(
                    "reference",
                    new Value.References(Arrays.stream(to)
                            .map(id -> new Value.Beacon("Film", id))
                            .toList()));
        }
        StoredObject film = new StoredObject(id(number), 5, 6, properties, Map.of("", new float[] {1, 2}));
        reads.objects.put(film.id(), film);
        return film;
    }

    private SearchReply answer(RefPropertiesRequest.Builder reference, StoredObject... hits) {
        reads.answer = request -> new SearchResult(
                Arrays.stream(hits)
                        .map(hit -> new Hit(hit, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty()))
                        .toList(),
                List.of());
        return new SearchAnswer(reads)
                .answer(SearchRequest.newBuilder()
                        .setCollection("Film")
                        .setProperties(PropertiesRequest.newBuilder().addRefProperties(reference))
                        .build());
    }

    private static RefPropertiesRequest.Builder reference() {
        return RefPropertiesRequest.newBuilder().setReferenceProperty("Reference");
    }

    private static RefPropertiesRequest.Builder reference(RefPropertiesRequest.Builder behind) {
        return reference()
                .setProperties(PropertiesRequest.newBuilder()
                        .addNonRefProperties("text")
                        .addRefProperties(behind));
    }

    private static PropertiesResult target(PropertiesResult from, int number) {
        assertThat(from.getRefPropsList()).hasSize(1);
        assertThat(from.getRefProps(0).getPropName()).isEqualTo("reference");
        return from.getRefProps(0).getProperties(number);
    }

    private static String text(PropertiesResult film) {
        return film.getNonRefProps().getFieldsOrThrow("text").getTextValue();
    }

    @Test
    void targetsAreToldWithTheirOwnPropertiesAndMetadata() {
        film(2);
        SearchReply reply = answer(
                reference()
                        .setProperties(PropertiesRequest.newBuilder().addNonRefProperties("text"))
                        .setMetadata(MetadataRequest.newBuilder()
                                .setUuid(true)
                                .setVector(true)
                                .setDistance(true)),
                film(1, id(2)));

        PropertiesResult hit = reply.getResults(0).getProperties();
        assertThat(hit.getRefPropsRequested()).isTrue();
        assertThat(hit.getNonRefProps().getFieldsMap()).isEmpty();
        PropertiesResult target = target(hit, 0);
        assertThat(target.getTargetCollection()).isEqualTo("Film");
        assertThat(target.getNonRefProps().getFieldsMap()).containsOnlyKeys("text");
        assertThat(text(target)).isEqualTo("film 2");
        assertThat(target.getMetadata().getId()).isEqualTo(id(2).toString());
        assertThat(target.getMetadata().getIdAsBytes().toByteArray())
                .hasSize(16)
                .endsWith(2);
        assertThat(target.getMetadata().getVectorBytes().size()).isEqualTo(8);
        assertThat(target.getMetadata().getDistancePresent()).isFalse();
        assertThat(target.getMetadata().getCreationTimeUnixPresent()).isFalse();
        assertThat(target.getRefPropsRequested()).isFalse();
    }

    @Test
    void whatIsMissingIsLeftOut() {
        film(2);
        SearchReply reply = answer(reference(), film(1, GONE, id(2), GONE), film(3), film(4, GONE));

        PropertiesResult hit = reply.getResults(0).getProperties();
        assertThat(hit.getRefProps(0).getPropertiesList()).hasSize(1);
        assertThat(text(target(hit, 0))).isEqualTo("film 2");
        assertThat(reply.getResults(1).getProperties().getRefPropsList()).isEmpty();
        assertThat(reply.getResults(1).getProperties().getRefPropsRequested()).isTrue();
        assertThat(reply.getResults(2).getProperties().getRefPropsList()).isEmpty();
    }

    @Test
    void targetsOfAllHitsAreReadAtOnceAndOnce() {
        StoredObject[] hits = LongStream.rangeClosed(1, 50)
                .mapToObj(i -> film(i, id(100 + i % 5)))
                .toArray(StoredObject[]::new);
        LongStream.rangeClosed(100, 104).forEach(i -> film(i, id(200), id(201)));
        film(200, id(200));
        film(201);
        SearchReply reply = answer(reference(reference()), hits);

        assertThat(reads.got).hasSize(2);
        assertThat(reads.got.get(0)).hasSize(5).doesNotHaveDuplicates();
        assertThat(reads.got.get(1)).containsExactlyInAnyOrder(id(200), id(201));
        PropertiesResult target = target(reply.getResults(49).getProperties(), 0);
        assertThat(text(target)).isEqualTo("film 100");
        assertThat(text(target(target, 1))).isEqualTo("film 201");
        assertThat(target.getRefPropsRequested()).isTrue();
    }

    @Test
    void referencesAreFollowedFiveDeep() {
        RefPropertiesRequest.Builder five = reference();
        for (int depth = 1; depth < 5; depth++) {
            five = reference(five);
        }
        PropertiesResult at = answer(five, film(1, id(1))).getResults(0).getProperties();
        for (int depth = 0; depth < 5; depth++) {
            at = target(at, 0);
        }
        assertThat(at.getRefPropsList()).isEmpty();

        RefPropertiesRequest.Builder six = reference(five);
        assertThatThrownBy(() -> answer(six, film(1)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("5");
    }

    @Test
    void aRequestFollowsAHundredReferences() {
        PropertiesRequest.Builder many = PropertiesRequest.newBuilder();
        for (int i = 0; i < 99; i++) {
            many.addRefProperties(reference());
        }
        assertThat(answer(reference().setProperties(many), film(1, id(1))).getResultsCount())
                .isEqualTo(1);

        many.addRefProperties(reference());
        assertRefused(reference().setProperties(many), "100 references");
    }

    @Test
    void whatIsNoReferenceIsNamed() {
        assertRefused(RefPropertiesRequest.newBuilder().setReferenceProperty("nothing"), "nothing");
        assertRefused(RefPropertiesRequest.newBuilder().setReferenceProperty("text"), "text");
        assertRefused(reference().setTargetCollection("Person"), "target_collection");
        assertRefused(
                reference().setProperties(PropertiesRequest.newBuilder().addNonRefProperties("nothing")), "nothing");
    }

    private void assertRefused(RefPropertiesRequest.Builder reference, String words) {
        assertThatThrownBy(() -> answer(reference, film(1)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining(words);
    }

    @Test
    void targetsThatWouldFillTheMemoryManyTimesOverAreRefused() {
        UUID[] thousand =
                LongStream.range(1000, 2000).mapToObj(ReferenceAnswerTest::id).toArray(UUID[]::new);
        LongStream.range(1000, 2000).forEach(i -> film(i, thousand));

        assertThatThrownBy(() -> answer(reference(reference(reference())), film(1, thousand)))
                .isInstanceOf(CollectionException.Invalid.class)
                .hasMessageContaining("bytes");
    }
}
