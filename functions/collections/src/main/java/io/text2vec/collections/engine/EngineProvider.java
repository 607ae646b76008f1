package io.text2vec.collections.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens the engine of a process. Found by {@link java.util.ServiceLoader} or as a bean, so that nobody depends on an engine;
 * which of them it is, a setting says.
 */
public interface EngineProvider {

    /** What {@code TEXT2VEC_ENGINE} calls it. */
    String name();

    /**
     * Opens it. Blocks while it recovers what a crash has left.
     *
     * @param data directory for all it keeps; made if it is not there
     * @param named value of a setting of the environment by its name
     * @throws io.text2vec.collections.CollectionException.EngineFailed if it can't be used, saying what to do
     * @throws IllegalArgumentException if a setting makes no sense, naming it
     */
    Opened open(Path data, Function<String, Optional<String>> named);

    /**
     * An open engine.
     *
     * @param words what the start's line tells of it
     */
    record Opened(Engine engine, String words) {}
}
