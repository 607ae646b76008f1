package io.text2vec.weaviate.grpc;

import io.text2vec.weaviate.grpc.stream.StreamStore;
import io.text2vec.weaviate.grpc.stream.StreamTurns;
import io.text2vec.weaviate.grpc.stream.StreamWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that are open, and what they share. For any thread. */
final class Streams {
    private final StreamStore store;
    private final StreamTurns turns;
    private final StreamSpace space;
    private final CallLimit limit;
    private final Duration patience;
    private final int maxMessageSize;
    private final Set<StreamCall> open = ConcurrentHashMap.newKeySet();
    private volatile boolean leaving;

    /** @param patience with a message that is on its way, see {@link MessageReader} */
    Streams(
            StreamStore store,
            StreamTurns turns,
            StreamSpace space,
            CallLimit limit,
            Duration patience,
            int maxMessageSize) {
        this.store = store;
        this.turns = turns;
        this.space = space;
        this.limit = limit;
        this.patience = patience;
        this.maxMessageSize = maxMessageSize;
    }

    StreamWriter writer(StreamWriter.Listener listener) {
        return new StreamWriter(store, turns, listener);
    }

    StreamSpace space() {
        return space;
    }

    Duration patience() {
        return patience;
    }

    int maxMessageSize() {
        return maxMessageSize;
    }

    /** Adds one that has entered the limit. */
    void add(StreamCall stream) {
        open.add(stream);
        if (leaving) {
            stream.comeAgain();
        }
    }

    /** Without effect on one that is not there any more. */
    void remove(StreamCall stream) {
        if (open.remove(stream)) {
            limit.leave();
        }
    }

    /** Tells all clients to come again, and those that come later. */
    void comeAgain() {
        leaving = true;
        open.forEach(StreamCall::comeAgain);
    }

    void endIdle() {
        open.forEach(StreamCall::endIfIdle);
    }

    void cut() {
        open.forEach(StreamCall::cut);
    }
}
