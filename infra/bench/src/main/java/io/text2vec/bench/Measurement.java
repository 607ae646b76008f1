package io.text2vec.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Something that can be measured. */
interface Measurement {

    /**
     * Measures it and prints a table.
     *
     * @param work an empty directory, deleted afterwards
     * @return the figures, to be written as JSON
     */
    Map<String, Object> run(Path work) throws IOException;
}
