package io.text2vec.runtime.source;

import java.nio.file.Path;
import java.util.Optional;

/** The files of one model, by their names in a Hugging Face checkout such as {@code 1_Pooling/config.json}. */
public interface ModelFiles {

    /** The model's name, for people. */
    String name();

    /** A text file's content, decoded as UTF-8, if the model has it. */
    Optional<String> text(String file);

    /** Where a file lies on disk, if the model has it. */
    Optional<Path> path(String file);
}
