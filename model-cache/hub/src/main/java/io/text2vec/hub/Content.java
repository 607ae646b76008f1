package io.text2vec.hub;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file on its way from the hub.
 *
 * @param from the byte of the file that the stream starts with
 * @param etag what the server calls this content, if it can go on with it after a break
 */
record Content(long from, Optional<String> etag, InputStream stream) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
