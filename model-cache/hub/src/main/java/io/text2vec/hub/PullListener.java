package io.text2vec.hub;

import java.nio.file.Path;
import java.time.Duration;

/** Told how a pull goes. Called by several threads at once; what takes long here holds up the pull. */
public interface PullListener {

    /**
     * It is known what is to be fetched.
     *
     * @param bytes of all these files, of which some may be here from an earlier try
     */
    default void planned(String model, String commit, int files, long bytes) {}

    /** Bytes of a file are here; a negative number takes back what has to be fetched again. */
    default void received(String file, long bytes) {}

    /** A file is complete, verified and in its place. */
    default void placed(String file) {}

    /** Something failed that may pass by itself; it is tried again after a wait. */
    default void retrying(String what, String why, Duration wait) {}

    /**
     * A graph is made of the model's weights.
     *
     * @param done from 0 to 1
     */
    default void making(String variant, double done) {}

    /** Another process pulls the same model; this one waits for it. */
    default void waiting(Path lock) {}
}
