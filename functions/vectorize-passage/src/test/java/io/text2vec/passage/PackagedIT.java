package io.text2vec.passage;

import io.text2vec.vectors.PackagedVectorizer;

/** The packaged function, in a process of its own. */
class PackagedIT extends PackagedVectorizer {
    PackagedIT() {
        super("vectorize-passage");
    }
}
