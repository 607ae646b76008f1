package io.text2vec.runtime;

import io.text2vec.runtime.infer.GraphFile;
import io.text2vec.runtime.source.EmbeddedModel;
import io.text2vec.runtime.store.NativeLibraries;
import io.text2vec.runtime.store.ShippedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Lays out the files that a native executable needs beside it, for the platform that this runs on. Run by the build. */
public final class ShipFiles {
    private ShipFiles() {}

    /** @param arguments the folder {@code files}; what is in it already stays if it isn't ours */
    public static void main(String... arguments) throws IOException {
        ShippedFiles files = new ShippedFiles(Path.of(arguments[0]));
        NativeLibraries.ship(files);
        new EmbeddedModel((name, resources) -> {
                    try {
                        return files.lay(ShipFiles.class.getClassLoader(), ModelCache.MODELS.concat(name), resources);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The embedded model can't be laid out", e);
                    }
                })
                .path(GraphFile.PLAIN);
    }
}
