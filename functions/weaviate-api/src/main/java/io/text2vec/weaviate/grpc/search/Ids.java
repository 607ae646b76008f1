package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.object.UuidText;
import java.util.UUID;

/** Reads ids. */
final class Ids {
    private Ids() {}

    /** @throws Invalid if it is none */
    static UUID read(String text, String where) {
        return UuidText.read(text).orElseThrow(() -> new Invalid(where + " must be a UUID of 36 characters."));
    }
}
