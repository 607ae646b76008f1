package io.text2vec.weaviate.grpc;

import io.text2vec.collections.CollectionException.Invalid;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads a request message by message, each when it is asked for: what is not asked for stays with the client. A message's
 * space is taken before its bytes. On the event loop of its request alone.
 */
final class MessageReader {
    private static final int PREFIX = 5; // whether it is packed, and its length
    private static final String IDENTITY = "identity";

    /** Bytes of a message that takes no space: whoever starts or stops doesn't wait behind one that brings much. */
    private static final int SMALL = 512;

    /** Bytes a second that a message must come with, so that what is announced doesn't keep its space. */
    private static final int SLOWEST = 1 << 16;

    private final HttpServerRequest request;
    private final Context loop;
    private final StreamSpace space;
    private final Duration patience;
    private final int maxMessageSize;
    private final BiConsumer<Frame, Integer> messages;
    private final Runnable ended;
    private final Consumer<RuntimeException> failed;

    private final byte[] prefix = new byte[PREFIX];
    private int prefixed;
    private byte[] message; // null until it has its space
    private int filled;
    private Runnable wish; // null unless it waits for space
    private long deadline = -1; // the timer of a message with space
    private Buffer rest = Buffer.buffer(); // has come and was not asked for
    private boolean asked;
    private boolean over;

    /**
     * Holds the request until somebody asks.
     *
     * @param patience with a message that has its space, beside the time that it takes at the slowest
     * @param messages takes each with the space that it has, which the taker gives back
     * @param ended run when the client sends no more
     * @param failed told at most once; nothing follows
     */
    MessageReader(
            HttpServerRequest request,
            Context loop,
            StreamSpace space,
            Duration patience,
            int maxMessageSize,
            BiConsumer<Frame, Integer> messages,
            Runnable ended,
            Consumer<RuntimeException> failed) {
        this.request = request;
        this.loop = loop;
        this.space = space;
        this.patience = patience;
        this.maxMessageSize = maxMessageSize;
        this.messages = messages;
        this.ended = ended;
        this.failed = failed;
    }

    /** To be called before the handler of the request returns. */
    void begin() {
        request.pause();
        request.handler(this::take).endHandler(end -> end());
    }

    /** Asks for one message, or the end. */
    void next() {
        asked = true;
        goOn();
    }

    /** Lets what still comes come, for nobody. */
    void discard() {
        close();
        request.resume();
    }

    /** Gives back what a half message has. */
    void close() {
        if (over) {
            return;
        }
        over = true;
        if (wish != null) {
            space.withdraw(wish);
        }
        if (message != null) {
            loop.owner().cancelTimer(deadline);
            space.giveBack(space());
            message = null;
        }
    }

    private void take(Buffer part) {
        if (!over) {
            rest = rest.length() == 0
                    ? part
                    : Buffer.buffer().appendBuffer(rest).appendBuffer(part);
            goOn();
        }
    }

    /** Reads on as far as there are bytes; asks for others where they don't reach. */
    private void goOn() {
        while (asked && !over && wish == null) {
            if (message == null && !readPrefix() || message != null && !readMessage()) {
                return;
            }
        }
        if (!over) {
            request.pause();
        }
    }

    private boolean readPrefix() {
        int some = Math.min(PREFIX - prefixed, rest.length());
        rest.getBytes(0, some, prefix, prefixed);
        prefixed += some;
        skip(some);
        if (prefixed < PREFIX) {
            request.resume();
            return false;
        }
        long length = Integer.toUnsignedLong(Buffer.buffer(prefix).getInt(1));
        if (length > maxMessageSize) {
            fail(CallRefused.tooLarge(maxMessageSize));
        } else {
            reserve((int) length);
        }
        return true;
    }

    private void reserve(int length) {
        if (length <= SMALL) {
            message = new byte[length];
            return;
        }
        wish = () -> loop.runOnContext(now -> granted(length));
        try {
            space.take(length, wish);
        } catch (CallRefused never) {
            wish = null;
            fail(never);
        }
    }

    private void granted(int length) {
        wish = null;
        if (over) {
            space.giveBack(length);
            return;
        }
        message = new byte[length];
        long slowest = TimeUnit.SECONDS.toMillis(length) / SLOWEST;
        deadline = loop.owner().setTimer(patience.toMillis() + slowest, late -> fail(CallRefused.tooSlow(length)));
        goOn();
    }

    private boolean readMessage() {
        int some = Math.min(message.length - filled, rest.length());
        rest.getBytes(0, some, message, filled);
        filled += some;
        skip(some);
        if (filled < message.length) {
            request.resume();
            return false;
        }
        loop.owner().cancelTimer(deadline);
        Frame whole = new Frame(encoding(), message);
        int size = space();
        message = null;
        filled = 0;
        prefixed = 0;
        asked = false;
        messages.accept(whole, size);
        return true;
    }

    /** Bytes that the message has taken. */
    private int space() {
        return message.length <= SMALL ? 0 : message.length;
    }

    private String encoding() {
        String named = request.getHeader("grpc-encoding");
        return prefix[0] == 0 || named == null ? IDENTITY : named;
    }

    private void skip(int bytes) {
        rest = bytes == rest.length() ? Buffer.buffer() : rest.slice(bytes, rest.length());
    }

    private void end() {
        if (over) {
            return;
        }
        if (prefixed > 0) {
            fail(new Invalid("The stream ends in the middle of a message."));
        } else {
            over = true;
            ended.run();
        }
    }

    private void fail(RuntimeException why) {
        close();
        failed.accept(why);
    }
}
