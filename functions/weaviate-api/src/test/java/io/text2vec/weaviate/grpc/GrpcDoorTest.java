package io.text2vec.weaviate.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.rpc.RetryInfo;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.query.Hit;
import io.text2vec.collections.query.Search;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.query.Source;
import io.text2vec.collections.write.ReferenceInput;
import io.text2vec.weaviate.grpc.ServedDoor.Keys;
import io.text2vec.weaviate.grpc.ServedDoor.Setup;
import io.text2vec.weaviate.grpc.vector.VectorBytes;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc.WeaviateBlockingStub;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBase.Vectors;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch.NearVector;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObjectsRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReferencesReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReferencesRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatchDelete.BatchDeleteRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.MetadataRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants.Tenant;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants.TenantNames;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoTenants.TenantsGetRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcDoorTest {
    private static final UUID ID = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final SearchRequest FETCH =
            SearchRequest.newBuilder().setCollection("Film").build();

    private ServedDoor door = new ServedDoor();

    private void served(Setup setup) {
        door.close();
        door = new ServedDoor(setup);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void searchesAndTellsWhatWasFound() {
        StoredObject object = new StoredObject(
                ID, 5, 6, Map.of("text", new io.text2vec.collections.object.Value.Text("Jaws")), Map.of());
        door.reads.answer = request -> new SearchResult(
                List.of(new Hit(object, OptionalDouble.of(0.25), OptionalDouble.empty(), Optional.empty())), List.of());
        SearchReply reply = door.client()
                .search(SearchRequest.newBuilder()
                        .setCollection("film")
                        .setLimit(3)
                        .setMetadata(MetadataRequest.newBuilder()
                                .setUuid(true)
                                .setDistance(true)
                                .setCertainty(true))
                        .setNearVector(NearVector.newBuilder()
                                .addVectors(Vectors.newBuilder().setVectorBytes(VectorBytes.of(new float[] {1, 2}))))
                        .build());
        assertThat(((Source.Vector) ((Search.Near) door.reads.asked.search()).source()).values())
                .containsExactly(1, 2);
        assertThat(door.reads.asked.limit()).hasValue(3);
        assertThat(reply.getResults(0).getMetadata().getId()).isEqualTo(ID.toString());
        assertThat(reply.getResults(0).getMetadata().getDistance()).isEqualTo(0.25f);
        assertThat(reply.getResults(0).getMetadata().getCertainty()).isEqualTo(0.875f);
        assertThat(reply.getResults(0)
                        .getProperties()
                        .getNonRefProps()
                        .getFieldsOrThrow("text")
                        .getTextValue())
                .isEqualTo("Jaws");
    }

    @Test
    void importsAndTellsFailuresByIndex() {
        BatchObjectsReply reply = door.client()
                .batchObjects(BatchObjectsRequest.newBuilder()
                        .addObjects(object("text"))
                        .addObjects(object("text").setUuid("no id"))
                        .addObjects(object("fails"))
                        .addObjects(object("text"))
                        .build());
        assertThat(door.writes.imported).hasSize(3);
        assertThat(reply.getErrorsList())
                .extracting(BatchObjectsReply.BatchError::getIndex, BatchObjectsReply.BatchError::getError)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(1, "uuid must be a UUID of 36 characters"),
                        org.assertj.core.groups.Tuple.tuple(2, "it fails"));
    }

    private static BatchObject.Builder object(String property) {
        return BatchObject.newBuilder()
                .setCollection("Film")
                .setUuid(ID.toString())
                .setProperties(BatchObject.Properties.newBuilder()
                        .setNonRefProperties(Struct.newBuilder()
                                .putFields(
                                        property,
                                        Value.newBuilder().setStringValue("x").build())));
    }

    @Test
    void takesMessagesPackedWithGzip() {
        door.client()
                .withCompression("gzip")
                .batchObjects(BatchObjectsRequest.newBuilder()
                        .addObjects(object("text"))
                        .build());
        assertThat(door.writes.imported).hasSize(1);
    }

    @Test
    void aMessageIsLimitedAfterUnpackingToo() {
        BatchObjectsRequest zeros = BatchObjectsRequest.newBuilder()
                .addObjects(object("text").setVectorBytes(ByteString.copyFrom(new byte[ServedDoor.MAX_MESSAGE])))
                .build();
        assertFails(Status.Code.RESOURCE_EXHAUSTED, "GRPC_MAX_MESSAGE_SIZE", () -> door.client()
                .withCompression("gzip")
                .batchObjects(zeros));
        assertFails(Status.Code.RESOURCE_EXHAUSTED, "GRPC_MAX_MESSAGE_SIZE", () -> door.client()
                .batchObjects(zeros));
    }

    @Test
    void deletesWhatFitsAFilter() {
        assertFails(Status.Code.INVALID_ARGUMENT, "filters", () -> door.client()
                .batchDelete(
                        BatchDeleteRequest.newBuilder().setCollection("Film").build()));
        var reply = door.client()
                .batchDelete(BatchDeleteRequest.newBuilder()
                        .setCollection("Film")
                        .setFilters(io.text2vec.weaviate.grpc.filter.TestFilters.equal("text", "x"))
                        .setVerbose(true)
                        .setDryRun(true)
                        .build());
        assertThat(door.writes.dryRun).isTrue();
        assertThat(reply.getMatches()).isEqualTo(2);
        assertThat(reply.getSuccessful()).isEqualTo(2);
        assertThat(reply.getObjects(1).getUuid().toByteArray()).hasSize(16).endsWith(2);
    }

    @Test
    void aggregates() {
        door.reads.aggregated = new Aggregated(List.of(new Aggregated.Group(Optional.empty(), 42, Map.of())));
        var reply = door.client()
                .aggregate(AggregateRequest.newBuilder()
                        .setCollection("Film")
                        .setObjectsCount(true)
                        .setFilters(io.text2vec.weaviate.grpc.filter.TestFilters.equal("text", "x"))
                        .build());
        assertThat(reply.getSingleResult().getObjectsCount()).isEqualTo(42);
        assertThat(door.reads.aggregation.filter()).isPresent();
        assertFails(Status.Code.NOT_FOUND, "no collection Book", () -> door.client()
                .aggregate(AggregateRequest.newBuilder().setCollection("Book").build()));
    }

    @Test
    void tellsWhichTenantsThereAre() {
        assertThat(door.client()
                        .tenantsGet(TenantsGetRequest.newBuilder()
                                .setCollection("Film")
                                .build())
                        .getTenantsList())
                .extracting(tenant -> tenant.getName() + " " + tenant.getActivityStatus())
                .containsExactly("anna TENANT_ACTIVITY_STATUS_HOT", "bert TENANT_ACTIVITY_STATUS_COLD");
        assertThat(door.client()
                        .tenantsGet(TenantsGetRequest.newBuilder()
                                .setCollection("Film")
                                .setNames(TenantNames.newBuilder()
                                        .addValues("bert")
                                        .addValues("nobody"))
                                .build())
                        .getTenantsList())
                .extracting(Tenant::getName)
                .containsExactly("bert");
    }

    @Test
    void addsReferencesAndTellsFailuresByTheirIndexInTheMessage() {
        UUID from = new UUID(0, 1);
        UUID to = new UUID(0, 2);
        BatchReference good = BatchReference.newBuilder()
                .setName("by")
                .setFromCollection("film")
                .setFromUuid(from.toString())
                .setToUuid(to.toString())
                .setTenant("t")
                .build();
        BatchReferencesReply reply = door.client()
                .batchReferences(BatchReferencesRequest.newBuilder()
                        .addReferences(good.toBuilder().setToUuid("x"))
                        .addReferences(good)
                        .addReferences(good.toBuilder().setName("fails").setToCollection("person"))
                        .build());

        assertThat(reply.getErrorsList()).extracting(error -> error.getIndex()).containsExactly(0, 2);
        assertThat(reply.getErrorsList())
                .extracting(error -> error.getError())
                .last()
                .isEqualTo("it fails");
        assertThat(door.writes.references.added)
                .containsExactly(
                        new ReferenceInput(
                                new Beacons.Source("Film", from, "by"),
                                Optional.of("t"),
                                new Beacons.Given(Optional.empty(), to)),
                        new ReferenceInput(
                                new Beacons.Source("Film", from, "fails"),
                                Optional.of("t"),
                                new Beacons.Given(Optional.of("Person"), to)));
    }

    @Test
    void refusesByNameWhatIsNotThere() {
        MethodDescriptor<SearchRequest, SearchReply> unknown = WeaviateGrpc.getSearchMethod().toBuilder()
                .setFullMethodName("weaviate.v1.Weaviate/Nothing")
                .build();
        assertFails(
                Status.Code.UNIMPLEMENTED,
                "no call /weaviate.v1.Weaviate/Nothing",
                () -> ClientCalls.blockingUnaryCall(door.channel, unknown, CallOptions.DEFAULT, FETCH));
    }

    @Test
    void failuresKeepTheirKind() {
        assertFails(Status.Code.NOT_FOUND, "no collection Book", () -> door.client()
                .search(FETCH.toBuilder().setCollection("Book").build()));
        door.reads.answer = request -> {
            throw new IllegalStateException("a secret");
        };
        assertFails(
                Status.Code.INTERNAL, "An internal error", () -> door.client().search(FETCH));
        door.reads.answer = request -> {
            throw new CollectionException.Busy("come again – später", Duration.ofSeconds(3));
        };
        assertThatThrownBy(() -> door.client().search(FETCH))
                .isInstanceOfSatisfying(StatusRuntimeException.class, busy -> {
                    assertThat(busy.getStatus().getDescription()).isEqualTo("come again – später");
                    assertThat(StatusProto.fromThrowable(busy).getDetailsList())
                            .singleElement()
                            .satisfies(detail -> assertThat(detail.unpack(RetryInfo.class)
                                            .getRetryDelay()
                                            .getSeconds())
                                    .isEqualTo(3));
                });
    }

    @Test
    void tellsWhetherItServesWhateverTheServicesName() {
        for (String name : List.of("", "weaviate.v1.Weaviate", "/grpc.health.v1.Health/Check")) {
            assertThat(health(name)).isEqualTo(ServingStatus.SERVING);
        }
        door.serving = false;
        assertThat(health("")).isEqualTo(ServingStatus.NOT_SERVING);
    }

    private ServingStatus health(String name) {
        return HealthGrpc.newBlockingStub(door.channel)
                .check(HealthCheckRequest.newBuilder().setService(name).build())
                .getStatus();
    }

    @Test
    void tellsOfEachChangeToWhoWatches() {
        var changes = HealthGrpc.newBlockingStub(door.channel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .watch(HealthCheckRequest.getDefaultInstance());
        assertThat(changes.next().getStatus()).isEqualTo(ServingStatus.SERVING);
        door.serving = false;
        assertThat(changes.next()).extracting(HealthCheckResponse::getStatus).isEqualTo(ServingStatus.NOT_SERVING);
    }

    @Test
    void asksForAKeyAndForTheRightToWrite() {
        served(new Setup(
                10,
                2 * ServedDoor.MAX_MESSAGE,
                new Keys(Optional.of("true"), Optional.of("key"), Optional.of("reader"), Optional.of("reader"))));
        assertFails(Status.Code.UNAUTHENTICATED, "Authorization", () -> door.client()
                .search(FETCH));
        assertFails(Status.Code.UNAUTHENTICATED, "API key", () -> with("other").search(FETCH));
        assertThat(with("key").search(FETCH).getResultsCount()).isZero();
        assertFails(Status.Code.PERMISSION_DENIED, "reader", () -> with("key")
                .batchObjects(BatchObjectsRequest.getDefaultInstance()));
        assertThat(health("")).isEqualTo(ServingStatus.SERVING);
    }

    private WeaviateBlockingStub with(String key) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        return door.client().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    /** A search that has begun and goes on until it may end. */
    private ListenableFuture<SearchReply> searchUntil(CountDownLatch go) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        door.reads.answer = request -> {
            begun.countDown();
            await(go);
            return new SearchResult(List.of(), List.of());
        };
        var search = WeaviateGrpc.newFutureStub(door.channel).search(FETCH);
        begun.await();
        return search;
    }

    @Test
    void refusesMoreCallsThanMayBeUnderWay() throws Exception {
        served(new Setup(1, 2 * ServedDoor.MAX_MESSAGE, Keys.NONE));
        CountDownLatch go = new CountDownLatch(1);
        var first = searchUntil(go);
        assertFails(Status.Code.RESOURCE_EXHAUSTED, "TEXT2VEC_CALLS", () -> door.client()
                .search(FETCH));
        go.countDown();
        assertThat(first.get().getResultsCount()).isZero();
    }

    @Test
    void aCallThatIsCancelledMakesRoomForAnother() throws Exception {
        served(new Setup(1, 2 * ServedDoor.MAX_MESSAGE, Keys.NONE));
        CountDownLatch go = new CountDownLatch(1);
        var first = searchUntil(go);
        first.cancel(true);
        assertThat(door.limit.awaitNone(Duration.ofSeconds(20))).isTrue();
        go.countDown();
    }

    @Test
    void messagesTakeNoMoreMemoryThanThereIs() {
        served(new Setup(10, 100_000, Keys.NONE));
        BatchObjectsRequest large = BatchObjectsRequest.newBuilder()
                .addObjects(object("text").setVectorBytes(ByteString.copyFrom(new byte[200_000])))
                .build();
        assertFails(Status.Code.RESOURCE_EXHAUSTED, "TEXT2VEC_BODIES", () -> door.client()
                .batchObjects(large));
        door.client()
                .batchObjects(BatchObjectsRequest.newBuilder()
                        .addObjects(object("text").setVectorBytes(ByteString.copyFrom(new byte[90_000])))
                        .build());
        assertThat(door.space.take(100_000)).as("all of it is given back").isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFails(
            Status.Code code, String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StatusRuntimeException.class, failure -> {
            assertThat(failure.getStatus().getCode()).isEqualTo(code);
            assertThat(failure.getStatus().getDescription()).contains(words);
        });
    }
}
