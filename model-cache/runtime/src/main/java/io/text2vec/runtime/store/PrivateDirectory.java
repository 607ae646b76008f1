package io.text2vec.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary directory that only this process and user read, deleted when the process ends. */
record PrivateDirectory(Path path) {

    static PrivateDirectory create() throws IOException {
        PrivateDirectory directory = new PrivateDirectory(Files.createTempDirectory("text2vec-"));
        Runtime.getRuntime().addShutdownHook(new Thread(directory::delete, "text2vec-cleanup"));
        return directory;
    }

    private void delete() {
        try {
            Tree.delete(path);
        } catch (IOException inUse) {
            // Windows holds on to a loaded library; its temporary directory is cleaned by the system.
        }
    }
}
