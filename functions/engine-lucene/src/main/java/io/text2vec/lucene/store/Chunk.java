package io.text2vec.lucene.store;

import io.text2vec.lucene.store.WritesCodec.Encoded;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes that become one record of the log: after a crash all of them are there or none. */
final class Chunk {
    /** Objects are written on while those before are indexed already, and few of their bytes are in memory at once. */
    private static final int FULL_BYTES = 1 << 20;

    private static final int FULL_COUNT = 256;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Member> members = new ArrayList<>();

    /** @param number of the write within its call */
    void add(int number, Encoded write) {
        members.add(new Member(number, write, bytes.size()));
        bytes.writeBytes(write.bytes());
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean isFull() {
        return bytes.size() >= FULL_BYTES || members.size() >= FULL_COUNT;
    }

    byte[] record() {
        return bytes.toByteArray();
    }

    List<Member> members() {
        return members;
    }

    /**
     * A write of a chunk.
     *
     * @param at where in the record it begins
     */
    record Member(int number, Encoded write, int at) {}
}
