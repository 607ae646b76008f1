package io.text2vec.weaviate.grpc.stream;

import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchObject;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBatch.BatchReference;
import java.util.List;
import java.util.Optional;

/** Where the items of streams go. Its methods block; for any thread. */
public interface StreamStore {

    /** Stores objects, each in place of the one with its id. Returns when none is there and all that came are told. */
    void importAll(Objects objects);

    /**
     * Adds references to objects that are stored.
     *
     * @return for each, in order, why it failed; nothing if it didn't
     */
    List<Optional<String>> link(List<BatchReference> references);

    /** Objects that come one after the other. For the thread that stores them alone; nothing blocks. */
    interface Objects {

        /** The next one; nothing if none is there now. */
        Optional<BatchObject> next();

        /** Told what became of some; of each once. */
        void told(List<Outcome> some);

        /** Whether anybody waits for them. */
        boolean wanted();
    }

    /**
     * What became of an item.
     *
     * @param index its place among those that {@link Objects#next} gave, from 0
     * @param failure why it is not stored
     */
    record Outcome(int index, Optional<String> failure) {}
}
