package io.text2vec.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A stream that fails when nothing comes for too long: a connection whose other end is gone is silent forever. */
final class WatchedStream extends FilterInputStream {
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("text2vec-hub-watch").unstarted(work));

    private final Duration patience;
    private final ScheduledFuture<?> watch;
    private volatile long last = System.nanoTime();
    private volatile boolean silent;

    private WatchedStream(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
        long often = Math.max(1, patience.toMillis() / 4);
        this.watch = WATCH.scheduleAtFixedRate(this::look, often, often, TimeUnit.MILLISECONDS);
    }

    static InputStream over(InputStream in, Duration patience) {
        return new WatchedStream(in, patience);
    }

    private void look() {
        if (System.nanoTime() - last > patience.toNanos()) {
            silent = true;
            watch.cancel(false);
            try {
                in.close(); // wakes the reader
            } catch (IOException alreadyBroken) {
                // The reader learns of it.
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw silent ? silence() : e;
        }
        if (silent) {
            throw silence();
        }
        last = System.nanoTime();
        return read;
    }

    private IOException silence() {
        return new IOException("nothing came for " + patience.toMillis() / 1000.0 + " s");
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        in.close();
    }
}
