package io.text2vec.lucene.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Records in the order in which they were written, safe from the end of the process at once and from a loss of power after
 * {@link #sync}. For many threads.
 *
 * <p>It is several files. Only the last is written to; the first ones are deleted when the index has taken over what they hold.
 */
public final class Log implements AutoCloseable {
    private final Path directory;
    private final Durability durability;
    private final NavigableMap<Long, LogFile> files;
    private long end;
    private long synced;
    private boolean forcing;
    private IOException failure;
    private boolean closed;

    private Log(Path directory, Durability durability, NavigableMap<Long, LogFile> files, long end) {
        this.directory = directory;
        this.durability = durability;
        this.files = files;
        this.end = end;
        synced = end;
    }

    /** Makes the directory of an empty log, on disk when this returns. */
    public static void create(Path directory) throws IOException {
        Files.createDirectory(directory);
        LogFile.create(directory, 0).close();
        syncDirectory(directory);
    }

    /**
     * Opens a log and reads what the index does not cover. A broken tail that was never acknowledged is cut off.
     *
     * @param from the position up to which the index covers it
     * @throws DamagedLogException if anything else is missing or broken
     */
    public static Log open(Path directory, Durability durability, long from, Reader reader) throws IOException {
        List<LogFile> found = files(directory);
        try {
            return open(directory, durability, from, reader, found);
        } catch (IOException | RuntimeException e) {
            for (LogFile file : found) {
                file.close();
            }
            throw e;
        }
    }

    private static Log open(Path directory, Durability durability, long from, Reader reader, List<LogFile> found)
            throws IOException {
        if (found.isEmpty()) {
            throw new DamagedLogException(directory, "there is no file in it");
        }
        NavigableMap<Long, LogFile> files = new TreeMap<>();
        found.forEach(file -> files.put(file.base(), file));
        Map.Entry<Long, LogFile> first = files.floorEntry(from);
        if (first == null) {
            throw new DamagedLogException(
                    found.getFirst().path(), "it is the first, but what was written before is in no index yet");
        }
        for (LogFile covered : List.copyOf(files.headMap(first.getKey()).values())) {
            covered.delete();
            files.remove(covered.base());
        }
        long end = first.getKey();
        for (LogFile file : files.values()) {
            if (file.base() != end) {
                throw new DamagedLogException(file.path(), "the file before it is missing, or ends too early");
            }
            end = LogScan.read(file, from, file == files.lastEntry().getValue(), reader);
        }
        LogFile last = files.lastEntry().getValue();
        if (!last.isEmpty()) { // else nothing was read that a loss of power could take
            last.cut(end);
            last.force();
        }
        Log log = new Log(directory, durability, files, end);
        if (end < from) {
            log.begin(from);
        }
        return log;
    }

    /** Whether a log that is closed holds nothing from a position on. */
    public static boolean isEmpty(Path directory, long from) throws IOException {
        return LogFile.isEmpty(directory, from); // no file follows one without a record
    }

    /**
     * Adds a record. It survives the end of the process from now on.
     *
     * @return the position of its first byte
     * @throws IOException if it could not; then nothing of it is there
     */
    public synchronized long append(byte[] payload) throws IOException {
        check();
        long position = end;
        last().write(position, Record.bytes(position, synced, payload));
        end = position + Record.HEADER + payload.length;
        return position + Record.HEADER;
    }

    /** Up to where records are there. */
    public synchronized long end() {
        return end;
    }

    /** How many bytes its files hold. */
    public synchronized long size() {
        return end - files.firstKey();
    }

    /**
     * Waits until everything before a position is as durable as was chosen. One thread waits for the disk, those that come
     * meanwhile for the next turn, all of them together.
     */
    public void sync(long upTo) throws IOException {
        if (durability == Durability.RELAXED) {
            return;
        }
        LogFile file;
        long target;
        synchronized (this) {
            await(() -> !forcing || synced >= upTo);
            if (synced >= upTo) {
                return;
            }
            check();
            forcing = true;
            file = last();
            target = end;
        }
        IOException failed = force(file);
        synchronized (this) {
            forcing = false;
            notifyAll();
            if (failed != null) {
                failure = failed;
                throw failed;
            }
            synced = target;
            if (end == target && !closed) {
                mark();
            }
        }
    }

    /**
     * Whether the disk failed to take what it was given. Nobody knows then what it took: nothing can be added until an index
     * covers everything and {@link #roll} begins anew.
     */
    public synchronized boolean failed() {
        return failure != null;
    }

    /**
     * Begins another file.
     *
     * @return its position: everything before is in the files before it
     */
    public synchronized long roll() throws IOException {
        await(() -> !forcing);
        if (closed) {
            throw closedException();
        }
        if (last().base() != end) {
            if (failure == null) {
                last().force();
            }
            begin(end);
        }
        failure = null;
        return end;
    }

    /** Deletes the files that hold nothing from a position on. */
    public synchronized void deleteBefore(long position) throws IOException {
        while (files.size() > 1 && files.higherKey(files.firstKey()) <= position) {
            files.firstEntry().getValue().delete();
            files.pollFirstEntry();
        }
    }

    /**
     * Reads again what was added.
     *
     * @param position of its first byte
     */
    public byte[] read(long position, int length) throws IOException {
        LogFile file;
        synchronized (this) {
            file = files.floorEntry(position).getValue();
        }
        return file.read(position, length);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        await(() -> !forcing);
        for (LogFile file : files.values()) {
            file.close();
        }
    }

    /** Says behind the last record that it was synced, so that its loss would be noticed. */
    private void mark() {
        try {
            append(new byte[0]);
        } catch (IOException full) {
            // Nothing is lost but the means to notice.
        }
    }

    private void begin(long position) throws IOException {
        LogFile file = LogFile.create(directory, position);
        syncDirectory(directory);
        files.put(position, file);
        end = position;
        synced = position;
    }

    private LogFile last() {
        return files.lastEntry().getValue();
    }

    private void check() throws IOException {
        if (closed) {
            throw closedException();
        }
        if (failure != null) {
            throw new IOException("the disk did not take what was written before", failure);
        }
    }

    private IOException closedException() {
        return new IOException("log " + directory + " is closed");
    }

    /** Waits, interrupted or not: who was interrupted has written already, and must know whether it is kept. */
    private void await(BooleanSupplier done) {
        boolean interrupted = false;
        while (!done.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException force(LogFile file) {
        try {
            file.force();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static List<LogFile> files(Path directory) throws IOException {
        List<LogFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.sorted().toList()) {
                String name = path.getFileName().toString();
                if (name.endsWith(LogFile.SUFFIX)) {
                    files.add(LogFile.open(path));
                } else if (name.endsWith(LogFile.UNFINISHED)) {
                    Files.delete(path);
                }
            }
        }
        return files;
    }

    private static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Takes the records of a log. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Takes one.
         *
         * @param position of its first byte, as {@link Log#append} gave it
         * @param payload only to be read before this returns
         */
        void read(long position, ByteBuffer payload) throws IOException;
    }
}
