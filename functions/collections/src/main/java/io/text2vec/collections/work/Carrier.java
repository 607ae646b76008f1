package io.text2vec.collections.work;

import java.util.function.Supplier;

/** Takes along to another thread what belongs to a call, such as its trace. For any thread. */
@FunctionalInterface
public interface Carrier {

    /** The same work, which finds there what is here now. */
    <T> Supplier<T> carried(Supplier<T> work);

    /** Takes nothing along. */
    static <T> Supplier<T> nothing(Supplier<T> work) {
        return work;
    }
}
