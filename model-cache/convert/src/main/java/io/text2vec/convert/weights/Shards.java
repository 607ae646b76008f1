package io.text2vec.convert.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.weights.Tensor;
import io.text2vec.runtime.weights.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Tensors in several files, which an index assigns them to: {@code {weight_map: {name: file}}}. */
final class Shards implements Tensors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> fileOf;
    private final Map<String, Tensors> files;
    private final long bytes;

    private Shards(Map<String, String> fileOf, Map<String, Tensors> files, long bytes) {
        this.fileOf = fileOf;
        this.files = files;
        this.bytes = bytes;
    }

    /**
     * Opens all files of an index.
     *
     * @throws ModelException if the index is none, or one of its files is missing or lies elsewhere
     */
    static Shards open(Path index, Function<Path, Tensors> open) {
        Map<String, Tensors> files = new HashMap<>();
        try {
            Map<String, String> fileOf = map(index);
            long bytes = 0;
            for (String name : new TreeSet<>(fileOf.values())) {
                Path file = index.resolveSibling(name);
                // An index is data of somebody else's: it shall not make us read outside the model's directory.
                if (!Path.of(name).equals(Path.of(name).getFileName()) || !Files.isRegularFile(file)) {
                    throw new ModelException(index + " names the file " + name
                            + ", which doesn't lie beside it; fetch the missing part of the model");
                }
                files.put(name, open.apply(file));
                bytes += Files.size(file);
            }
            return new Shards(fileOf, files, bytes);
        } catch (IOException e) {
            files.values().forEach(Tensors::close);
            throw new ModelException(index + " can't be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            files.values().forEach(Tensors::close);
            throw e;
        }
    }

    /** The index and its files, in the order of their names. */
    static List<Path> files(Path index) {
        try {
            List<Path> files = new ArrayList<>(List.of(index));
            new TreeSet<>(map(index).values()).forEach(name -> files.add(index.resolveSibling(name)));
            return files;
        } catch (IOException e) {
            throw new ModelException(index + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> map(Path index) throws IOException {
        JsonNode map = JSON.readTree(index.toFile()).path("weight_map");
        if (!map.isObject()) {
            throw new ModelException(index + " holds no object weight_map");
        }
        Map<String, String> fileOf = new LinkedHashMap<>();
        map.properties()
                .forEach(entry -> fileOf.put(entry.getKey(), entry.getValue().asText()));
        return fileOf;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public Set<String> names() {
        return fileOf.keySet();
    }

    @Override
    public Tensor tensor(String name) {
        String file = fileOf.get(name);
        if (file == null) {
            throw new IllegalArgumentException("the index holds no tensor " + name);
        }
        return files.get(file).tensor(name);
    }

    @Override
    public void close() {
        files.values().forEach(Tensors::close);
    }
}
