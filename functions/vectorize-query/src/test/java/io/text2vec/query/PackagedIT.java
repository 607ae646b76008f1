package io.text2vec.query;

import io.text2vec.vectors.PackagedVectorizer;

/** The packaged function, in a process of its own. */
class PackagedIT extends PackagedVectorizer {
    PackagedIT() {
        super("vectorize-query");
    }
}
