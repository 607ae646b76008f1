package io.text2vec.vectorizers;

import io.text2vec.embedder.EmbedRequest;
import java.util.List;

/** How a vectorizer is asked for vectors, and what it answers. */
interface Dialect {

    /** Texts of one request, at most. */
    int together();

    /** @param texts that differ in their texts alone */
    Request request(List<EmbedRequest> texts);

    /**
     * Reads an answer.
     *
     * @return a vector for each text, in their order
     * @throws Unreadable if it isn't one
     */
    List<float[]> read(byte[] answer, int texts) throws Unreadable;

    /** An answer that makes no sense. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }
}
