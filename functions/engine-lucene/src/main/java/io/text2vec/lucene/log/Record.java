package io.text2vec.lucene.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A record of a log.
 *
 * <pre>
 * magic     4 bytes, {@value #MAGIC}
 * length    4 bytes, of the payload
 * synced    8 bytes, the position up to which the log was known to be on disk when the record was written
 * checksum  4 bytes, CRC32C of the record's position in 8 bytes, length, synced and payload
 * payload   as many bytes as the length says; none in a mark, which is there for its {@code synced} alone
 * </pre>
 *
 * <p>All numbers are big endian. That the position is part of the checksum keeps bytes that lie in a wrong place from
 * being taken for a record.
 */
record Record(long position, long synced, ByteBuffer payload) {
    static final int MAGIC = 0x74_32_76_72;
    static final int HEADER = 20;

    private static final int LENGTH_AT = 4;
    private static final int SYNCED_AT = 8;
    private static final int CHECKSUM_AT = 16;

    /** The bytes of a record, header and payload. */
    static byte[] bytes(long position, long synced, byte[] payload) {
        ByteBuffer record = ByteBuffer.allocate(HEADER + payload.length);
        record.putInt(MAGIC).putInt(payload.length).putLong(synced);
        record.putInt(checksum(position, payload.length, synced, ByteBuffer.wrap(payload)));
        return record.put(payload).array();
    }

    /** The record at an index of a buffer; null if what is there is none, or not all of it. */
    static Record at(int index, ByteBuffer buffer, long position) {
        int left = buffer.limit() - index;
        if (left < HEADER || buffer.getInt(index) != MAGIC) {
            return null;
        }
        int length = buffer.getInt(index + LENGTH_AT);
        if (length < 0 || length > left - HEADER) {
            return null;
        }
        long synced = buffer.getLong(index + SYNCED_AT);
        ByteBuffer payload = buffer.slice(index + HEADER, length);
        return checksum(position, length, synced, payload.duplicate()) == buffer.getInt(index + CHECKSUM_AT)
                ? new Record(position, synced, payload)
                : null;
    }

    /** Where the next record begins. */
    long end() {
        return position + HEADER + payload.limit();
    }

    private static int checksum(long position, int length, long synced, ByteBuffer payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(position)
                .putInt(length)
                .putLong(synced)
                .flip());
        checksum.update(payload);
        return (int) checksum.getValue();
    }
}
