package io.text2vec.convert;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import io.text2vec.runtime.infer.CpuKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the embedded model's graph: the one that is made of the published graph, with weights that stay where they are in
 * that, so that the artifact carries them and nobody else.
 */
final class EmbeddedGraph {
    private EmbeddedGraph() {}

    /**
     * @param model directory with the model's {@code config.json}
     * @param published the artifact's graph, whose weights are in 8 bits
     * @param weights the name by which the graph is to refer to it
     * @param work an empty directory
     */
    static ModelProto of(Path model, Path published, String weights, Path work) throws IOException {
        // For AVX2, the most careful: the weights have 7 bits, and are the same for every processor.
        ConversionResult made = new Converter(CpuKind.AVX2)
                .convert(
                        new ConversionRequest(model, Optional.of(published), Variant.INT8, work),
                        ConversionListener.SILENT);
        byte[] source = Files.readAllBytes(published);
        byte[] written = Files.readAllBytes(made.weights());
        ModelProto.Builder graph = ModelProto.parseFrom(Files.readAllBytes(made.graph())).toBuilder();
        for (TensorProto.Builder tensor : graph.getGraphBuilder().getInitializerBuilderList()) {
            if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
                pointInto(source, tensor, written, weights);
            }
        }
        return graph.build();
    }

    private static void pointInto(byte[] source, TensorProto.Builder tensor, byte[] written, String weights) {
        Map<String, String> entries = tensor.getExternalDataList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
        int offset = Integer.parseInt(entries.get("offset"));
        byte[] bytes = Arrays.copyOfRange(written, offset, offset + Integer.parseInt(entries.get("length")));
        tensor.clearExternalData();
        tensor.addExternalData(entry("location", weights));
        tensor.addExternalData(entry("offset", Integer.toString(find(source, bytes))));
        tensor.addExternalData(entry("length", Integer.toString(bytes.length)));
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static int find(byte[] source, byte[] bytes) {
        for (int at = 0; at + bytes.length <= source.length; at++) {
            if (source[at] == bytes[0] && Arrays.equals(source, at, at + bytes.length, bytes, 0, bytes.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("The published graph doesn't hold the weights as the converted one does");
    }
}
