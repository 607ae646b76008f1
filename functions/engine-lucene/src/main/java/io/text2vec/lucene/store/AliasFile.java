package io.text2vec.lucene.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.engine.AliasStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The aliases of a data directory: a file of JSON, {@code {"Movie":"Film"}}, that is replaced as a whole. */
public final class AliasFile implements AliasStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Gate gate;
    private volatile Map<String, String> aliases;

    /**
     * @param gate of the engine
     * @throws EngineFailed if the file is damaged
     */
    public AliasFile(DataDirectory directory, Gate gate) {
        file = directory.aliases();
        this.gate = gate;
        aliases = read(file);
    }

    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {});
        } catch (IOException damaged) {
            throw new EngineFailed(
                    "The aliases in %s cannot be read: %s. Restore this file from a copy, or remove it and make them anew."
                            .formatted(file, damaged.getMessage()),
                    damaged);
        }
    }

    @Override
    public Map<String, String> all() {
        return gate.through(() -> java.util.Collections.unmodifiableMap(aliases));
    }

    @Override
    public Optional<String> find(String alias) {
        return gate.through(() -> Optional.ofNullable(aliases.get(alias)));
    }

    @Override
    public void put(String alias, String collection) {
        change(changed -> changed.put(alias, collection));
    }

    @Override
    public void delete(String alias) {
        change(changed -> changed.remove(alias));
    }

    private synchronized void change(Consumer<Map<String, String>> change) {
        gate.through(() -> {
            Map<String, String> changed = new TreeMap<>(aliases);
            change.accept(changed);
            try {
                DurableFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(changed));
            } catch (IOException e) {
                throw new EngineFailed(
                        "The aliases could not be written to %s: %s. See that the disk has space and works, then try again."
                                .formatted(file, e),
                        e);
            }
            aliases = changed;
            return true;
        });
    }
}
