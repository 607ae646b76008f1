package io.text2vec.weaviate.grpc.stream;

import io.text2vec.weaviate.grpc.stream.StreamQueue.Message;
import io.text2vec.weaviate.grpc.stream.StreamQueue.Taken;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchStreamReply.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Writes the items of one stream in their order: objects that follow each other as one import, which goes on while more
 * come, and references between.
 */
public final class StreamWriter {
    /** Of work, after which a stream gives way to others that wait for their turn. */
    private static final long TURN = TimeUnit.SECONDS.toNanos(1);

    /** Objects of an import, which remembers their places. */
    private static final int RUN = 10_000;

    private final StreamQueue queue = new StreamQueue();
    private final StreamStore store;
    private final StreamTurns turns;
    private final Listener listener;

    /** Told what happens, by any thread. */
    public interface Listener {

        /** @param items how many of which the reply tells */
        void results(BatchStreamReply results, int items);

        void failed(Throwable why);
    }

    public StreamWriter(StreamStore store, StreamTurns turns, Listener listener) {
        this.store = store;
        this.turns = turns;
        this.listener = listener;
    }

    /**
     * Takes items that will be written.
     *
     * @param items at least one
     * @param done run when all of them have been told of, or when nobody wants that any more; by any thread
     */
    public void add(Items items, Runnable done) {
        if (queue.add(items, done)) {
            turns.ask(new Turn());
        }
    }

    /** The client has gone: what nobody took will not be written. */
    public void drop() {
        queue.drop();
    }

    private final class Turn implements StreamTurns.Turn {
        private long begun;

        @Override
        public void run() {
            begun = System.nanoTime();
            while (queue.more() && !over()) {
                store.importAll(new Run());
                queue.references().ifPresent(this::link);
            }
            if (queue.leave()) {
                turns.ask(new Turn());
            }
        }

        private boolean over() {
            return turns.contended() && System.nanoTime() - begun > TURN;
        }

        private void link(Message message) {
            List<BatchReference> references = message.references();
            List<Optional<String>> failures = store.link(references);
            Results.Builder results = Results.newBuilder();
            for (int i = 0; i < references.size(); i++) {
                Replies.add(results, references.get(i), failures.get(i));
            }
            message.told(references.size());
            listener.results(Replies.results(results), references.size());
        }

        @Override
        public void fail(Throwable why) {
            queue.drop();
            listener.failed(why);
        }

        /** Objects without a reference between them. */
        private final class Run implements StreamStore.Objects {
            private final List<Named> given = new ArrayList<>(); // null where it has been told

            /** What is kept of an object. */
            private record Named(Message message, String uuid) {}

            @Override
            public Optional<BatchObject> next() {
                if (given.size() == RUN || over()) {
                    return Optional.empty();
                }
                Optional<Taken> taken = queue.object();
                taken.ifPresent(each ->
                        given.add(new Named(each.message(), each.object().getUuid())));
                return taken.map(Taken::object);
            }

            @Override
            public void told(List<StreamStore.Outcome> some) {
                Results.Builder results = Results.newBuilder();
                for (StreamStore.Outcome outcome : some) {
                    Named named = given.set(outcome.index(), null);
                    named.message().told(1);
                    Replies.addObject(results, named.uuid(), outcome.failure());
                }
                listener.results(Replies.results(results), some.size());
            }

            @Override
            public boolean wanted() {
                return !queue.dropped();
            }
        }
    }
}
