package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds an enum's constant by the word that stands for it. */
final class Words {
    private Words() {}

    static <E> Optional<E> find(E[] all, Function<E, String> word, String wanted) {
        return Arrays.stream(all).filter(one -> word.apply(one).equals(wanted)).findFirst();
    }

    /** @param what the key or setting that holds the word, for the message */
    static <E> E read(E[] all, Function<E, String> word, String wanted, String what) {
        return find(all, word, wanted)
                .orElseThrow(() -> new Invalid("%s must be one of %s."
                        .formatted(
                                what,
                                Arrays.stream(all)
                                        .map(word)
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(", ")))));
    }
}
