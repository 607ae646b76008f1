package io.text2vec.weaviate.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.text2vec.weaviate.grpc.ServedDoor.Keys;
import io.text2vec.weaviate.grpc.stream.StreamItems;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.MessageCase;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.Results;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamDoorTest {
    private static final long PAUSE_NANOS = 200_000_000;

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private ServedStreams served = new ServedStreams();

    private void served(long bodies, Keys keys, Duration drain) {
        served.close();
        served = new ServedStreams(bodies, keys, drain);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static List<String> succeeded(List<BatchStreamReply> replies) {
        return replies.stream()
                .flatMap(reply -> reply.getResults().getSuccessesList().stream())
                .map(success -> success.hasUuid() ? success.getUuid() : success.getBeacon())
                .toList();
    }

    private static List<Results.Error> errors(List<BatchStreamReply> replies) {
        return replies.stream()
                .flatMap(reply -> reply.getResults().getErrorsList().stream())
                .toList();
    }

    private static BatchObject large(String uuid, int bytes) {
        return StreamItems.object(uuid).toBuilder()
                .setVectorBytes(ByteString.copyFrom(new byte[bytes]))
                .build();
    }

    @Test
    void acknowledgesEachMessageAndTellsOfEachItemOnce() {
        OpenStream stream = served.started();
        stream.objects("a", "b");
        assertThat(stream.next(MessageCase.ACKS).getAcks().getUuidsList()).containsExactly("a", "b");
        stream.objects("c");
        stream.stop();

        List<BatchStreamReply> rest = stream.rest();
        assertThat(rest).filteredOn(BatchStreamReply::hasAcks).singleElement().satisfies(reply -> assertThat(
                        reply.getAcks().getUuidsList())
                .containsExactly("c"));
        assertThat(succeeded(rest)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(stream.end().getCode()).isEqualTo(Status.Code.OK);
        assertThat(served.store.written).containsExactly("a", "b", "c");
    }

    @Test
    void acknowledgesWhatIsNotWrittenYet() {
        served.store.hold();
        OpenStream stream = served.started();
        stream.objects("a");
        assertThat(stream.next(MessageCase.ACKS).getAcks().getUuidsList()).containsExactly("a");
        assertThat(served.store.written).isEmpty();
        served.store.go();
        assertThat(stream.next(MessageCase.RESULTS).getResults().getSuccessesList())
                .singleElement()
                .extracting(Results.Success::getUuid)
                .isEqualTo("a");
    }

    @Test
    void objectsAndReferencesAreWrittenInTheirOrderAndNamedByUuidAndBeacon() {
        OpenStream stream = served.started();
        stream.data(
                List.of(StreamItems.object("a")),
                List.of(StreamItems.reference("a", "knows"), StreamItems.reference("a", "fails")));
        assertThat(stream.next(MessageCase.ACKS).getAcks().getBeaconsList())
                .containsExactly("weaviate://localhost/Film/a/knows", "weaviate://localhost/Film/a/fails");
        stream.objects("b");
        stream.stop();

        List<BatchStreamReply> rest = stream.rest();
        assertThat(succeeded(rest)).containsExactlyInAnyOrder("a", "weaviate://localhost/Film/a/knows", "b");
        assertThat(errors(rest)).singleElement().satisfies(error -> {
            assertThat(error.getBeacon()).isEqualTo("weaviate://localhost/Film/a/fails");
            assertThat(error.getError()).isEqualTo("no references");
        });
        assertThat(served.store.written).containsExactly("a", "knows", "fails", "b");
    }

    @Test
    void anObjectThatFailsFailsNoOther() {
        OpenStream stream = served.started();
        stream.data(
                List.of(
                        StreamItems.object("a"),
                        StreamItems.object("b").toBuilder()
                                .setCollection("Fails")
                                .build(),
                        StreamItems.object("c")),
                List.of());
        stream.stop();

        List<BatchStreamReply> rest = stream.rest();
        assertThat(succeeded(rest)).containsExactlyInAnyOrder("a", "c");
        assertThat(errors(rest)).singleElement().satisfies(error -> {
            assertThat(error.getUuid()).isEqualTo("b");
            assertThat(error.getError()).isEqualTo("it fails");
        });
    }

    @Test
    void emptyDataHasNoAnswer() {
        OpenStream stream = served.started();
        stream.data(List.of(), List.of());
        stream.objects("a");
        assertThat(stream.next(MessageCase.ACKS).getAcks().getUuidsList()).containsExactly("a");
    }

    @Test
    void aHalfCloseWithoutAStopEndsItToo() {
        OpenStream stream = served.started();
        stream.objects("a");
        stream.halfClose();
        assertThat(succeeded(stream.rest())).containsExactly("a");
        assertThat(stream.end().getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void aStopEndsItBeforeTheClientClosesItsSide() {
        OpenStream stream = served.started();
        stream.send(StreamItems.stop());
        assertThat(stream.end().getCode()).isEqualTo(Status.Code.OK);
    }

    /** A client is back from a restart before the collections are open, and doesn't send again what failed. */
    @Test
    void beforeEverythingIsOpenNoStreamStarts() {
        served.obstacle = Optional.of("The collections are not ready yet.");
        OpenStream early = served.open();
        early.send(StreamItems.start());
        assertThat(early.end()).satisfies(end -> {
            assertThat(end.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(end.getDescription()).contains("collections");
        });
        served.obstacle = Optional.empty();
        OpenStream again = served.started();
        again.objects("a");
        again.stop();
        assertThat(succeeded(again.rest())).containsExactly("a");
    }

    @Test
    void startComesFirstAndOnce() {
        OpenStream without = served.open();
        without.objects("a");
        assertThat(without.end()).satisfies(end -> {
            assertThat(end.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(end.getDescription()).contains("must be start");
        });
        OpenStream twice = served.started();
        twice.send(StreamItems.start());
        assertThat(twice.end().getDescription()).contains("starts once");
        OpenStream nothing = served.started();
        nothing.send(BatchStreamRequest.getDefaultInstance());
        assertThat(nothing.end().getDescription()).contains("start, data or stop");
    }

    @Test
    void readsMessagesPackedWithGzip() {
        OpenStream stream =
                new OpenStream(io.weaviate.client6.v1.internal.grpc.protocol.WeaviateGrpc.newStub(served.channel)
                        .withCompression("gzip"));
        stream.start();
        stream.data(List.of(large("a", 500_000)), List.of());
        stream.stop();
        assertThat(succeeded(stream.rest())).containsExactly("a");
    }

    @Test
    void aMessageIsLimited() {
        OpenStream stream = served.started();
        stream.data(List.of(large("a", ServedStreams.MAX_MESSAGE)), List.of());
        assertThat(stream.end()).satisfies(end -> {
            assertThat(end.getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(end.getDescription()).contains("GRPC_MAX_MESSAGE_SIZE");
        });
        assertThat(served.space.take(2 * ServedStreams.MAX_MESSAGE)).isTrue();
    }

    @Test
    void aMessageThatStreamsNeverHaveRoomForIsRefused() {
        served(1_000, Keys.NONE, DRAIN);
        OpenStream stream = served.started();
        stream.data(List.of(large("a", 600)), List.of());
        assertThat(stream.end().getDescription()).contains("TEXT2VEC_BODIES");
    }

    @Test
    void readsNoFurtherThanALittleAheadOfWhatIsWritten() {
        served.store.hold();
        OpenStream stream = served.started();
        stream.objects(OpenStream.uuids("a", 150));
        stream.objects(OpenStream.uuids("b", 150));
        stream.objects(OpenStream.uuids("c", 150));
        assertThat(stream.next(MessageCase.ACKS).getAcks().getUuidsList()).hasSize(150);
        assertThat(stream.next(MessageCase.ACKS).getAcks().getUuidsList()).hasSize(150);
        // The third stays with the client: a second stream is served from its start to its end in the meantime.
        OpenStream other = served.started();
        other.send(StreamItems.stop());
        other.end();
        assertThat(stream.hasNext()).isFalse();

        served.store.go();
        stream.stop();
        assertThat(succeeded(stream.rest())).hasSize(450);
    }

    @Test
    void whereThereIsNoMemoryAStreamWaitsAndFailsNothing() {
        served(2_000, Keys.NONE, DRAIN);
        served.store.hold();
        OpenStream first = served.started();
        OpenStream second = served.started();
        first.data(List.of(large("a", 800)), List.of());
        first.next(MessageCase.ACKS);
        second.data(List.of(large("b", 800)), List.of());
        OpenStream third = served.started();
        third.send(StreamItems.stop());
        third.end();
        assertThat(second.hasNext()).isFalse();

        served.store.go();
        second.next(MessageCase.ACKS);
        first.stop();
        second.stop();
        assertThat(succeeded(first.rest())).containsExactly("a");
        assertThat(succeeded(second.rest())).containsExactly("b");
        assertThat(served.space.take(2_000)).as("all of it is given back").isTrue();
    }

    @Test
    void aClientThatReadsNothingIsNotReadFromForEver() {
        OpenStream stream = served.started();
        int sent = 0;
        while (stream.ready() && sent < 10_000) { // some megabytes of acknowledgements
            stream.objects(OpenStream.uuids(Integer.toString(sent++), 100));
        }
        // Whether it stopped because the client was faster or not: nobody takes what it goes on to send.
        int before;
        do {
            before = served.store.written.size();
            // Not as fast as it goes: each stream may end with a reset, and HTTP/2 takes so many in a while.
            LockSupport.parkNanos(PAUSE_NANOS);
            OpenStream other = served.started();
            other.send(StreamItems.stop());
            other.end();
        } while (served.store.written.size() > before);
        assertThat(before).isLessThan(10_000 * 100);

        stream.stop();
        assertThat(succeeded(stream.rest())).hasSize(sent * 100);
    }

    @Test
    void aClientThatGoesTakesWhatWasNotBegunWithIt() {
        served.store.hold();
        OpenStream stream = served.started();
        stream.objects(OpenStream.uuids("a", 100));
        stream.next(MessageCase.ACKS);
        stream.cancel();
        assertThat(awaitNone()).isTrue();
        assertThat(served.space.take(2 * ServedStreams.MAX_MESSAGE)).isTrue();
        served.space.giveBack(2 * ServedStreams.MAX_MESSAGE);
        served.store.go();
        OpenStream next = served.started();
        next.objects("b");
        next.stop();
        assertThat(succeeded(next.rest())).containsExactly("b");
        assertThat(served.store.written).hasSizeLessThan(100);
    }

    @Test
    void anInternalErrorEndsTheStreamWithoutItsWords() {
        OpenStream stream = served.started();
        stream.data(
                List.of(StreamItems.object("a").toBuilder()
                        .setCollection("Breaks")
                        .build()),
                List.of());
        assertThat(stream.end()).satisfies(end -> {
            assertThat(end.getCode()).isEqualTo(Status.Code.INTERNAL);
            assertThat(end.getDescription()).contains("internal error").doesNotContain("secret");
        });
    }

    @Test
    void streamsCountAsCalls() {
        OpenStream first = served.started();
        OpenStream second = served.started();
        OpenStream third = served.started();
        OpenStream fourth = served.open();
        assertThat(fourth.end().getDescription()).contains("TEXT2VEC_CALLS");
        for (OpenStream stream : List.of(first, second, third)) {
            stream.stop();
            stream.end();
        }
        assertThat(awaitNone()).isTrue();
    }

    private boolean awaitNone() {
        try {
            return served.limit.awaitNone(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asksForAKeyAndFailsTheItemsOfWhoMayNotWrite() {
        served(
                2 * ServedStreams.MAX_MESSAGE,
                new Keys(Optional.of("true"), Optional.of("key"), Optional.of("reader"), Optional.of("reader")),
                DRAIN);
        assertThat(served.open().end().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(served.open(key("other")).end().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        OpenStream reader = served.open(key("key"));
        reader.start();
        reader.data(List.of(StreamItems.object("a")), List.of(StreamItems.reference("a", "knows")));
        assertThat(reader.next(MessageCase.ACKS).getAcks().getUuidsList()).containsExactly("a");
        reader.stop();
        assertThat(errors(reader.rest())).hasSize(2).allSatisfy(error -> assertThat(error.getError())
                .contains("reader may not change"));
        assertThat(served.store.written).isEmpty();
    }

    private static ClientInterceptor key(String key) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    @Test
    void aShutdownIsToldAndWhatWasSentUntilTheClientClosesIsWritten() {
        served.store.hold();
        OpenStream stream = served.started();
        stream.objects("a");
        stream.next(MessageCase.ACKS);
        served.door.drain(null);
        stream.next(MessageCase.SHUTTING_DOWN);
        stream.objects("b");
        stream.halfClose();
        served.store.go();

        List<BatchStreamReply> rest = stream.rest();
        assertThat(succeeded(rest)).containsExactly("a", "b");
        assertThat(rest.getLast().getAcks().getUuidsList())
                .as("no leave to send on before the end")
                .containsExactly("b");
        assertThat(stream.end().getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void whoSaysStopAfterAShutdownGetsNoLeaveToSendOn() {
        OpenStream stream = served.started();
        served.door.drain(null);
        stream.next(MessageCase.SHUTTING_DOWN);
        stream.objects("a");
        stream.stop();

        assertThat(stream.rest()).noneMatch(BatchStreamReply::hasAcks).hasSize(1);
        assertThat(stream.end().getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void aShutdownEndsStreamsWhoseClientsSayNothing() {
        OpenStream stream = served.started();
        served.door.drain(null);
        assertThat(stream.rest()).singleElement().satisfies(reply -> assertThat(reply.hasShuttingDown())
                .isTrue());
        assertThat(stream.end().getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void whatIsNotWrittenWhenTheDrainEndsIsBrokenOff() {
        served(2 * ServedStreams.MAX_MESSAGE, Keys.NONE, Duration.ofMillis(100));
        served.store.hold();
        OpenStream stream = served.started();
        stream.objects("a");
        stream.next(MessageCase.ACKS);
        served.door.drain(null);
        assertThat(succeeded(stream.rest())).isEmpty();
        assertThat(stream.end().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(awaitNone()).isTrue();
    }

    @Test
    void manyStreamsAtOnceAllEnd() {
        served.close();
        served = new ServedStreams();
        List<OpenStream> streams = Stream.generate(served::started).limit(3).toList();
        for (int message = 0; message < 10; message++) {
            for (int i = 0; i < streams.size(); i++) {
                streams.get(i).objects(OpenStream.uuids(i + "-" + message + "-", 100));
            }
        }
        streams.forEach(OpenStream::stop);
        for (OpenStream stream : streams) {
            assertThat(succeeded(stream.rest())).hasSize(1000).doesNotHaveDuplicates();
        }
    }
}
