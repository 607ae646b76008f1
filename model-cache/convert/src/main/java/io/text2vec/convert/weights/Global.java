package io.text2vec.convert.weights;

import io.text2vec.convert.weights.Pickle.Storage;
import io.text2vec.convert.weights.Pickle.View;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The names of Python that a state dictionary needs. A pickle with any other is refused. */
enum Global {
    ORDERED_DICT("collections", "OrderedDict") {
        @Override
        Object make(List<?> arguments) {
            return new LinkedHashMap<Object, Object>();
        }
    },
    /** {@code (storage, offset, size, stride, requires_grad, hooks)}. */
    TENSOR("torch._utils", "_rebuild_tensor_v2") {
        @Override
        Object make(List<?> arguments) {
            return new View(
                    (Storage) arguments.get(0),
                    (Long) arguments.get(1),
                    longs(arguments.get(2)),
                    longs(arguments.get(3)));
        }
    },
    /** The same from before 0.4, without the last two. */
    OLD_TENSOR("torch._utils", "_rebuild_tensor") {
        @Override
        Object make(List<?> arguments) {
            return TENSOR.make(arguments);
        }
    },
    /** {@code (tensor, requires_grad, hooks)}. */
    PARAMETER("torch._utils", "_rebuild_parameter") {
        @Override
        Object make(List<?> arguments) {
            return arguments.getFirst();
        }
    },
    FLOAT("torch", "FloatStorage", 4),
    HALF("torch", "HalfStorage", 2),
    BFLOAT16("torch", "BFloat16Storage", 2),
    DOUBLE("torch", "DoubleStorage", 8),
    LONG("torch", "LongStorage", 8),
    INT("torch", "IntStorage", 4),
    SHORT("torch", "ShortStorage", 2),
    CHAR("torch", "CharStorage", 1),
    BYTE("torch", "ByteStorage", 1),
    BOOL("torch", "BoolStorage", 1);

    private final String module;
    private final String name;
    private final int bytes;

    Global(String module, String name) {
        this(module, name, 0);
    }

    Global(String module, String name, int bytes) {
        this.module = module;
        this.name = name;
        this.bytes = bytes;
    }

    /** Bytes of a number in a storage of this type. */
    int bytes() {
        return bytes;
    }

    /** @throws IllegalArgumentException if it isn't admitted */
    static Global of(String module, String name) {
        return Arrays.stream(values())
                .filter(global -> global.module.equals(module) && global.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it wants to call " + module + "." + name
                        + ", and a file of weights needs nothing but "
                        + Arrays.stream(values()).map(Global::toString).collect(Collectors.joining(", "))
                        + ". Don't load it with anything else either"));
    }

    /** What a call of it gives. */
    Object make(List<?> arguments) {
        throw new IllegalArgumentException("it wants to call the storage type " + this);
    }

    private static List<Long> longs(Object tuple) {
        return ((List<?>) tuple).stream().map(Long.class::cast).toList();
    }

    @Override
    public String toString() {
        return module + "." + name;
    }
}
