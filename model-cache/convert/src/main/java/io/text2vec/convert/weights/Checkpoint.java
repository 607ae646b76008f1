package io.text2vec.convert.weights;

import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.weights.Safetensors;
import io.text2vec.runtime.weights.Tensor;
import io.text2vec.runtime.weights.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The weights of a model directory, under the names that the model's own class gives them. To be closed by its user. */
public final class Checkpoint implements AutoCloseable {
    /** Files that hold weights, best first: a safetensors file says itself what is in it, a pickle has to be believed. */
    private static final List<Kind> KINDS = List.of(
            new Kind("model.safetensors", Safetensors::open),
            new Kind("model.safetensors.index.json", index -> Shards.open(index, Safetensors::open)),
            new Kind("pytorch_model.bin", PyTorchFile::open),
            new Kind("pytorch_model.bin.index.json", index -> Shards.open(index, PyTorchFile::open)));

    private final Path file;
    private final Tensors tensors;
    private final Names names;

    private record Kind(String file, Function<Path, Tensors> open) {}

    private Checkpoint(Path file, Tensors tensors, Names names) {
        this.file = file;
        this.tensors = tensors;
        this.names = names;
    }

    /** The file in which a directory's weights are, or begin; empty if it holds none. */
    public static Optional<Path> in(Path directory) {
        return KINDS.stream()
                .map(kind -> directory.resolve(kind.file()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * All files that belong to a file that {@link #in} gives: itself, and those that it names if it is an index.
     *
     * @throws ModelException if it is an index that can't be read
     */
    public static List<Path> files(Path file) {
        return file.toString().endsWith(".json") ? Shards.files(file) : List.of(file);
    }

    /**
     * Maps a directory's weights.
     *
     * @param anchor a name that every model of its family has: what precedes it in the file is the prefix of all names
     * @throws ModelException if there are no weights, or none of this family
     */
    public static Checkpoint open(Path directory, String anchor) {
        Kind kind = KINDS.stream()
                .filter(k -> Files.isRegularFile(directory.resolve(k.file())))
                .findFirst()
                .orElseThrow(() -> new ModelException(directory + " holds no weights; expected one of "
                        + KINDS.stream().map(Kind::file).toList()));
        Path file = directory.resolve(kind.file());
        Tensors tensors = kind.open().apply(file);
        try {
            return new Checkpoint(file, tensors, Names.of(tensors.names(), anchor));
        } catch (IllegalArgumentException e) {
            tensors.close();
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    /** Whether there is a tensor of this name. */
    public boolean has(String name) {
        return names.inFile(name).isPresent();
    }

    /**
     * A tensor, readable until this is closed.
     *
     * @throws ModelException if it isn't there or can't be read
     */
    public Tensor tensor(String name) {
        try {
            return tensors.tensor(names.inFile(name)
                    .orElseThrow(() -> new IllegalArgumentException("expected a tensor " + names.prefix() + name
                            + " and found none; the file may be of another" + " kind of model than config.json says")));
        } catch (IllegalArgumentException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    /** Bytes of all files of weights. */
    public long bytes() {
        try {
            return tensors instanceof Shards shards ? shards.bytes() : Files.size(file);
        } catch (IOException e) {
            throw new ModelException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        tensors.close();
    }
}
