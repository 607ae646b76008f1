package io.text2vec.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one pull at a time into a model's directory: of all processes by a lock on a file, which the system gives back when a
 * process dies, and of this process's threads by one in memory, since the file's belongs to the process as a whole.
 */
final class RepositoryLock implements AutoCloseable {
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;

    private RepositoryLock(ReentrantLock here, FileChannel channel) {
        this.here = here;
        this.channel = channel;
    }

    /** Waits until nobody else holds it. */
    static RepositoryLock take(Path file, PullListener listener) throws IOException, InterruptedException {
        Path path = file.toAbsolutePath().normalize();
        ReentrantLock here = HERE.computeIfAbsent(path, _ -> new ReentrantLock());
        if (!here.tryLock()) {
            listener.waiting(path);
            here.lockInterruptibly();
        }
        FileChannel channel = null;
        try {
            Files.createDirectories(path.getParent());
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                listener.waiting(path);
                channel.lock();
            }
            return new RepositoryLock(here, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            here.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close(); // and with it the lock
        } finally {
            here.unlock();
        }
    }
}
