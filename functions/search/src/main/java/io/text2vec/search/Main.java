package io.text2vec.search;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.text2vec.embedder.SharedEmbedder;

/** Starts the function. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... args) {
        SharedEmbedder.get(); // loads the model beside the framework's boot
        Quarkus.run(args);
    }
}
