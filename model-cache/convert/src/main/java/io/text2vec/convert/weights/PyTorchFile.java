package io.text2vec.convert.weights;

import io.text2vec.convert.weights.Pickle.Storage;
import io.text2vec.convert.weights.Pickle.View;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.weights.ElementType;
import io.text2vec.runtime.weights.Tensor;
import io.text2vec.runtime.weights.Tensors;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A {@code pytorch_model.bin}, mapped: a pickled dictionary of tensors and their numbers. To be used and closed by one thread.
 */
final class PyTorchFile implements Tensors {
    private final Path file;
    private final Arena arena;
    private final Map<String, View> views;
    private final Map<String, MemorySegment> storages;

    private PyTorchFile(Path file, Arena arena, Saved saved) {
        this.file = file;
        this.arena = arena;
        this.views = views(saved.value());
        this.storages = saved.storages();
    }

    /**
     * Maps a file.
     *
     * @throws ModelException if it is none of ours; pickles that call anything are refused
     */
    static PyTorchFile open(Path file) {
        Arena arena = Arena.ofConfined();
        try (FileChannel channel = FileChannel.open(file)) {
            MemorySegment mapped = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            return new PyTorchFile(file, arena, Saved.in(mapped));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw new ModelException(
                    file + " can't be used: " + e.getMessage()
                            + ". Expected is a dictionary of tensors as torch.save writes it; a model.safetensors beside it"
                            + " is taken instead",
                    e);
        }
    }

    private static Map<String, View> views(Object dictionary) {
        if (!(dictionary instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("it holds no dictionary of tensors");
        }
        Map<String, View> views = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (name instanceof String text && value instanceof View view) {
                views.put(text, view);
            }
        });
        return views;
    }

    @Override
    public Set<String> names() {
        return views.keySet();
    }

    @Override
    public Tensor tensor(String name) {
        View view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException(file.getFileName() + " holds no tensor " + name);
        }
        Storage storage = view.storage();
        MemorySegment data = storages.get(storage.key());
        ElementType type = type(storage.type(), name);
        if (!view.strides().equals(contiguous(view.shape()))) {
            throw new IllegalArgumentException(file.getFileName() + " holds " + name
                    + " as a view that is not contiguous; save the model as safetensors");
        }
        long count = Tensor.count(view.shape());
        if (view.offset() < 0 || view.offset() > storage.count() - count) {
            throw new IllegalArgumentException(
                    file.getFileName() + " has less numbers for " + name + " than its shape");
        }
        return new Tensor(name, type, view.shape(), data.asSlice(view.offset() * type.bytes(), count * type.bytes()));
    }

    private static List<Long> contiguous(List<Long> shape) {
        List<Long> strides = new ArrayList<>();
        long stride = 1;
        for (long dimension : shape.reversed()) {
            strides.addFirst(stride);
            stride *= dimension;
        }
        return strides;
    }

    private ElementType type(Global storage, String name) {
        return switch (storage) {
            case FLOAT -> ElementType.F32;
            case HALF -> ElementType.F16;
            case BFLOAT16 -> ElementType.BF16;
            default ->
                throw new IllegalArgumentException(file.getFileName() + " holds " + name + " as " + storage
                        + "; known are FloatStorage, HalfStorage and BFloat16Storage");
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
