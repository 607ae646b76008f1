package io.text2vec.hub;

import io.text2vec.runtime.infer.CpuKind;
import java.util.Optional;

/**
 * An image of the reference container and what it was made of. Its figures are those of the model's own files.
 *
 * @param tag without {@code -latest} and without a version
 * @param model id on the hub
 * @param path which way it takes
 * @param prefixes whether it was built with {@code USE_QUERY_PASSAGE_PREFIXES}
 * @param megabytes of the checkpoint
 * @param dimensions length of a vector
 * @param limit tokens of the longest text
 * @param pooling what the model declares
 * @param queryPrompt what the model declares to be put in front of a query
 */
public record PublishedImage(
        String tag,
        String model,
        ReferencePath path,
        boolean prefixes,
        int megabytes,
        int dimensions,
        int limit,
        String pooling,
        Optional<String> queryPrompt) {

    /**
     * Which graph its vectors come from: the quantised one was made for AVX2 in every image for amd64, whatever that
     * processor could do, and for ARM in every image for arm64; the other paths ran the weights as they are.
     */
    public Variant variant(CpuKind here) {
        if (path != ReferencePath.ONNX) {
            return Variant.FP32;
        }
        return here == CpuKind.ARM64 ? Variant.ARM64 : Variant.AVX2;
    }
}
