package io.text2vec.weaviate.grpc.stream;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Messages of a stream that have come and are not all written. One thread adds; another, one at a time, takes their items
 * in their order.
 */
final class StreamQueue {
    private final Deque<Message> messages = new ArrayDeque<>(); // what still has items that nobody took
    private boolean worked; // somebody takes, or is about to
    private boolean dropped;

    /** A message. Its items are counted by whoever writes them. */
    static final class Message {
        private final Items items;
        private final AtomicReference<Runnable> done;
        private int objects; // taken
        private boolean linked;
        private int left;

        private Message(Items items, Runnable done) {
            this.items = items;
            this.done = new AtomicReference<>(done);
            left = items.size();
        }

        List<BatchReference> references() {
            return items.references();
        }

        /** So many of its items have been told of. */
        void told(int some) {
            left -= some;
            if (left == 0) {
                end();
            }
        }

        private void end() {
            Runnable first = done.getAndSet(null);
            if (first != null) {
                first.run();
            }
        }
    }

    /** An object, and where it is from. */
    record Taken(Message message, BatchObject object) {}

    /**
     * Adds a message that is not empty.
     *
     * @param done run when all its items have been told of, by whoever does that, or when nobody takes them any more
     * @return whether somebody has to come and take
     */
    synchronized boolean add(Items items, Runnable done) {
        if (dropped) {
            done.run();
            return false;
        }
        messages.add(new Message(items, done));
        boolean wake = !worked;
        worked = true;
        return wake;
    }

    /** The next object; nothing if there is none now, or references come first. */
    synchronized Optional<Taken> object() {
        Message first = first();
        return first == null || first.objects == first.items.objects().size()
                ? Optional.empty()
                : Optional.of(new Taken(first, first.items.objects().get(first.objects++)));
    }

    /** The message whose references are to be written now that all objects before them are. */
    synchronized Optional<Message> references() {
        Message first = first();
        if (first == null || first.objects < first.items.objects().size()) {
            return Optional.empty();
        }
        first.linked = true;
        return Optional.of(first);
    }

    private Message first() {
        while (!messages.isEmpty()) {
            Message first = messages.peek();
            boolean objects = first.objects < first.items.objects().size();
            if (objects || !first.linked && !first.items.references().isEmpty()) {
                return first;
            }
            messages.remove();
        }
        return null;
    }

    /** Whether there are items that nobody took. */
    synchronized boolean more() {
        return first() != null;
    }

    /**
     * Ends the taking.
     *
     * @return whether something has come in the meantime, and the taking has to go on
     */
    synchronized boolean leave() {
        worked = first() != null;
        return worked;
    }

    /** Drops what nobody took; nothing is added from now on. */
    synchronized void drop() {
        dropped = true;
        messages.forEach(Message::end);
        messages.clear();
    }

    synchronized boolean dropped() {
        return dropped;
    }
}
