package io.text2vec.hub;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which graph of a model is wanted. */
public enum Variant {
    /** The one quantised for this processor if the model has it, else the plain one. */
    AUTO("auto"),
    FP32("fp32"),
    /** In 8 bits for this processor: the one that was converted for it, else the one that was published for it. */
    INT8("int8"),
    AVX2("avx2"),
    AVX512_VNNI("avx512_vnni"),
    ARM64("arm64");

    private final String word;

    Variant(String word) {
        this.word = word;
    }

    /** Its name in settings and options. */
    public String word() {
        return word;
    }

    /** @throws HubException.BadSetting for another word, listing those there are */
    public static Variant of(String word) {
        return Arrays.stream(values())
                .filter(variant -> variant.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new HubException.BadSetting("The variant is '" + word + "'; it can be "
                        + Arrays.stream(values()).map(Variant::word).collect(Collectors.joining(", "))));
    }
}
