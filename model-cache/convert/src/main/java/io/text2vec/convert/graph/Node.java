package io.text2vec.convert.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/** An operator's application, as it is put together; {@link GraphWriter#add} names its outputs. */
public final class Node {
    /** Domain of ONNX Runtime's own operators. */
    static final String RUNTIME = "com.microsoft";

    /** Where an operator has an optional input and gets none. */
    public static final String NONE = "";

    private final NodeProto.Builder node;

    private Node(String domain, String operator, String... inputs) {
        node = NodeProto.newBuilder().setOpType(operator).setDomain(domain);
        int used = inputs.length;
        while (used > 0 && inputs[used - 1].equals(NONE)) {
            used--;
        }
        node.addAllInput(List.of(inputs).subList(0, used));
    }

    /** An operator of ONNX. */
    public static Node of(String operator, String... inputs) {
        return new Node("", operator, inputs);
    }

    /** An operator of ONNX Runtime. */
    public static Node ofRuntime(String operator, String... inputs) {
        return new Node(RUNTIME, operator, inputs);
    }

    /** Numbers as 32-bit integers. */
    public static Node toInt32(String input) {
        return of("Cast", input).with("to", DataType.INT32_VALUE);
    }

    /** Numbers as 64-bit integers. */
    public static Node toInt64(String input) {
        return of("Cast", input).with("to", DataType.INT64_VALUE);
    }

    public Node with(String attribute, long value) {
        return with(attribute(attribute, AttributeType.INT).setI(value));
    }

    public Node with(String attribute, float value) {
        return with(attribute(attribute, AttributeType.FLOAT).setF(value));
    }

    Node with(String attribute, GraphProto value) {
        return with(attribute(attribute, AttributeType.GRAPH).setG(value));
    }

    private Node with(AttributeProto.Builder attribute) {
        node.addAttribute(attribute);
        return this;
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    NodeProto withOutputs(List<String> outputs) {
        return node.addAllOutput(outputs).build();
    }
}
