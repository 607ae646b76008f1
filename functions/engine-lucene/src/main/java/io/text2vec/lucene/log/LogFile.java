package io.text2vec.lucene.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;

/**
 * One file of a log.
 *
 * <pre>
 * magic     8 bytes, {@value #MAGIC}; the last is the format's version
 * base      8 bytes, the position of the first record
 * checksum  4 bytes, CRC32C of the base
 * records   see {@link Record}
 * </pre>
 *
 * <p>A position counts the bytes of all records that were ever in the log; this file's name is its base in hexadecimal digits.
 */
final class LogFile implements AutoCloseable {
    static final String SUFFIX = ".log";
    static final String UNFINISHED = ".unfinished";
    static final int HEADER = 20;

    private static final long MAGIC = 0x74_32_76_2d_6c_6f_67_01L;

    private final Path path;
    private final long base;
    // No channel: an interrupt of the calling thread would close it.
    private final RandomAccessFile writing;
    private RandomAccessFile reading;

    private LogFile(Path path, long base, RandomAccessFile writing) {
        this.path = path;
        this.base = base;
        this.writing = writing;
    }

    /** Makes an empty file, on disk when this returns; the directory is the caller's to sync. */
    static LogFile create(Path directory, long base) throws IOException {
        String name = name(base);
        Path unfinished = directory.resolve(name + UNFINISHED);
        RandomAccessFile writing = new RandomAccessFile(unfinished.toFile(), "rw");
        try {
            writing.setLength(0);
            writing.write(ByteBuffer.allocate(HEADER)
                    .putLong(MAGIC)
                    .putLong(base)
                    .putInt(checksum(base))
                    .array());
            writing.getFD().sync();
            Path finished = Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new LogFile(finished, base, writing);
        } catch (IOException e) {
            writing.close();
            throw e;
        }
    }

    /** @throws DamagedLogException if it is no log file */
    static LogFile open(Path path) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        try (var bytes = Files.newByteChannel(path)) {
            while (header.hasRemaining() && bytes.read(header) >= 0) {
                // Read on.
            }
        }
        header.flip();
        if (header.limit() < HEADER || header.getLong() != MAGIC) {
            throw new DamagedLogException(path, "it does not begin as a log of format 1 does");
        }
        long base = header.getLong();
        if (header.getInt() != checksum(base)) {
            throw new DamagedLogException(path, "its first bytes contradict each other");
        }
        return new LogFile(path, base, new RandomAccessFile(path.toFile(), "rw"));
    }

    /** Whether it holds nothing behind its header. */
    boolean isEmpty() throws IOException {
        return writing.length() == HEADER;
    }

    /** Whether a directory has the file that begins at a position, and it holds no record. */
    static boolean isEmpty(Path directory, long base) throws IOException {
        Path file = directory.resolve(name(base));
        return Files.exists(file) && Files.size(file) == HEADER;
    }

    private static String name(long base) {
        return "%016x%s".formatted(base, SUFFIX);
    }

    Path path() {
        return path;
    }

    long base() {
        return base;
    }

    /** Writes all or, if it can't, nothing. */
    void write(long position, byte[] bytes) throws IOException {
        try {
            writing.seek(offset(position));
            writing.write(bytes);
        } catch (IOException e) {
            cut(position);
            throw e;
        }
    }

    /** Drops everything from a position on. */
    void cut(long position) throws IOException {
        writing.setLength(offset(position));
    }

    void force() throws IOException {
        writing.getFD().sync();
    }

    synchronized byte[] read(long position, int length) throws IOException {
        if (reading == null) {
            reading = new RandomAccessFile(path.toFile(), "r");
        }
        byte[] bytes = new byte[length];
        reading.seek(offset(position));
        try {
            reading.readFully(bytes);
        } catch (EOFException tooShort) {
            throw new DamagedLogException(path, "it ends before position " + (position + length));
        }
        return bytes;
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public synchronized void close() throws IOException {
        writing.close();
        if (reading != null) {
            reading.close();
        }
    }

    private long offset(long position) {
        return HEADER + position - base;
    }

    private static int checksum(long base) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(base).flip());
        return (int) checksum.getValue();
    }
}
