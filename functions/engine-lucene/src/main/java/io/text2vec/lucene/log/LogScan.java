package io.text2vec.lucene.log;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a log file from its beginning to where its records end. */
final class LogScan {
    private LogScan() {}

    /**
     * Reads the records of a file.
     *
     * @param from records before it are checked, but not given away
     * @param last whether it is the log's last file: then a tail that was never acknowledged may be broken
     * @return where the last whole record ends
     * @throws DamagedLogException if anything else is broken
     */
    static long read(LogFile file, long from, boolean last, Log.Reader reader) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file.path())) {
            long size = channel.size() - LogFile.HEADER;
            if (size > Integer.MAX_VALUE) {
                throw new DamagedLogException(file.path(), "it is longer than it can have grown");
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, LogFile.HEADER, size, arena)
                    .asByteBuffer();
            int index = 0;
            Record record = Record.at(index, bytes, file.base());
            while (record != null) {
                if (record.position() >= from && record.payload().hasRemaining()) {
                    reader.read(record.position() + Record.HEADER, record.payload());
                }
                index = (int) (record.end() - file.base());
                record = Record.at(index, bytes, file.base() + index);
            }
            if (index < bytes.limit()) {
                checkTail(file, bytes, index, last);
            }
            return file.base() + index;
        }
    }

    /**
     * A process that dies leaves half a record behind, a loss of power any bytes, but only after what was synced. Records
     * that made it to the disk in spite of that say how far the log was synced when they were written.
     */
    private static void checkTail(LogFile file, ByteBuffer bytes, int broken, boolean last) throws IOException {
        long position = file.base() + broken;
        if (!last) {
            throw new DamagedLogException(file.path(), "the record at its byte " + offset(broken) + " is broken");
        }
        for (int index = broken + 1; index <= bytes.limit() - Record.HEADER; index++) {
            if (bytes.getInt(index) == Record.MAGIC) {
                Record later = Record.at(index, bytes, file.base() + index);
                if (later != null && later.synced() > position) {
                    throw new DamagedLogException(
                            file.path(), "the record at its byte " + offset(broken) + " is broken, and others follow");
                }
            }
        }
    }

    private static int offset(int index) {
        return LogFile.HEADER + index;
    }
}
