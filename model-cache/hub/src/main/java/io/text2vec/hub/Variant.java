package io.text2vec.hub;

import io.text2vec.runtime.infer.CpuKind;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Which graph of a model is wanted. */
public enum Variant {
    /** The one quantised for this processor if the model has it, else the plain one. */
    AUTO("auto"),
    FP32("fp32"),
    /** Quantised for this processor. */
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

    /** What {@link #INT8} is on a processor, the others being what they are; the AVX2 graph runs on every x86-64. */
    Variant on(CpuKind here) {
        if (this != INT8) {
            return this;
        }
        return switch (here) {
            case AVX512_VNNI -> AVX512_VNNI;
            case ARM64 -> ARM64;
            case AVX2, OTHER -> AVX2;
        };
    }

    /** The kind of processor that a quantised graph is made for. */
    CpuKind kind() {
        return switch (this) {
            case AVX2 -> CpuKind.AVX2;
            case AVX512_VNNI -> CpuKind.AVX512_VNNI;
            case ARM64 -> CpuKind.ARM64;
            case FP32 -> CpuKind.OTHER;
            case AUTO, INT8 -> throw new IllegalStateException(word + " names no graph before a processor is known");
        };
    }
}
