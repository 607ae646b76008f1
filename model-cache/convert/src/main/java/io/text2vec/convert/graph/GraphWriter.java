package io.text2vec.convert.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.text2vec.convert.graph.WeightFile.Region;
import io.text2vec.runtime.weights.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An ONNX graph in the making. Every method that adds something returns the name of its value, to be passed on as an input.
 * What is larger than {@link #INLINE} goes to the weight file.
 */
public final class GraphWriter {
    /** Bytes up to which a constant stays in the graph's own file. */
    private static final int INLINE = 16 << 10;

    /** Has every operator that we use, and is old enough for runtimes of several years. */
    private static final int OPERATORS = 17;

    private static final int FORMAT = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("encoder");
    private final Map<List<Object>, String> constants = new HashMap<>();
    private final WeightFile weights;
    private final String location;
    private int values;

    /** @param location name of the weight file as the graph refers to it, beside its own */
    public GraphWriter(WeightFile weights, String location) {
        this.weights = weights;
        this.location = location;
    }

    /** An input of 64-bit integers, {@code [batch][sequence]}. */
    public String input(String name) {
        graph.addInput(value(name, DataType.INT64, dimension("batch"), dimension("sequence")));
        return name;
    }

    /** Gives one vector a token, {@code [batch][sequence][width]}, under a name. */
    public void outputTokens(String value, String name, int width) {
        output(value, name, dimension("batch"), dimension("sequence"), dimension(width));
    }

    /** Gives one vector a sequence, {@code [batch][width]}, under a name. */
    public void outputVector(String value, String name, int width) {
        output(value, name, dimension("batch"), dimension(width));
    }

    private void output(String value, String name, Dimension... shape) {
        graph.addNode(Node.of("Identity", value).withOutputs(List.of(name)));
        graph.addOutput(value(name, DataType.FLOAT, shape));
    }

    /** Adds a node with one output. */
    public String add(Node node) {
        return add(node, 1).getFirst();
    }

    /** Adds a node with several outputs. */
    public List<String> add(Node node, int outputs) {
        List<String> names = IntStream.range(0, outputs).mapToObj(_ -> next()).toList();
        graph.addNode(node.withOutputs(names));
        return names;
    }

    /** Adds a node of which only the first and the last of several outputs are wanted. */
    public List<String> addForFirstAndLast(Node node, int outputs) {
        List<String> names = new ArrayList<>(Collections.nCopies(outputs, Node.NONE));
        names.set(0, next());
        names.set(outputs - 1, next());
        graph.addNode(node.withOutputs(names));
        return names;
    }

    /** The value of one node or another, as a condition says when the graph runs; both see all values made so far. */
    public String choose(String condition, Node whenTrue, Node whenFalse) {
        return add(
                Node.of("If", condition).with("then_branch", branch(whenTrue)).with("else_branch", branch(whenFalse)));
    }

    private GraphProto branch(Node node) {
        String name = next();
        return GraphProto.newBuilder()
                .setName(name + "_branch")
                .addNode(node.withOutputs(List.of(name)))
                .addOutput(ValueInfoProto.newBuilder()
                        .setName(name)
                        .setType(TypeProto.newBuilder()
                                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE))))
                .build();
    }

    /** A list of integers. */
    public String integers(long... numbers) {
        return constants.computeIfAbsent(
                List.of("list", ByteString.copyFrom(raw(numbers))), _ -> integers(raw(numbers), numbers.length));
    }

    /** One integer that is no list. */
    public String integer(long number) {
        return constants.computeIfAbsent(List.of("one", number), _ -> integers(raw(number)));
    }

    private String integers(byte[] raw, long... shape) {
        return inline(DataType.INT64, raw, shape);
    }

    /** Floats of a shape, as a constant; no dimension makes a single number. */
    public String floats(float[] floats, long... shape) {
        int bytes = floats.length * Float.BYTES;
        if (bytes > INLINE) {
            return external(DataType.FLOAT, region(() -> weights.write(floats)), shape);
        }
        ByteBuffer raw = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(floats);
        return inline(DataType.FLOAT, raw.array(), shape);
    }

    /** A list of floats, as a constant. */
    public String vector(float... floats) {
        return floats(floats, floats.length);
    }

    /** A tensor of a checkpoint as 32-bit floats, as a constant. */
    public String tensor(Tensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        return external(DataType.FLOAT, region(() -> weights.write(tensor)), shape);
    }

    /** Integers of 8 bits, as a constant. */
    public String bytes(byte[] bytes, boolean signed, long... shape) {
        DataType type = signed ? DataType.INT8 : DataType.UINT8;
        return bytes.length > INLINE
                ? external(type, region(() -> weights.write(bytes)), shape)
                : inline(type, bytes, shape);
    }

    /** The finished graph. */
    public ModelProto model(String producer) {
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName(producer)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(Node.RUNTIME).setVersion(1))
                .setGraph(graph)
                .build();
    }

    private String next() {
        return "v" + values++;
    }

    private String inline(DataType type, byte[] raw, long... shape) {
        return add(constant(type, shape).setRawData(ByteString.copyFrom(raw)));
    }

    private String external(DataType type, Region region, long... shape) {
        return add(constant(type, shape)
                .setDataLocation(DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", Long.toString(region.offset())))
                .addExternalData(entry("length", Long.toString(region.bytes()))));
    }

    private TensorProto.Builder constant(DataType type, long... shape) {
        TensorProto.Builder constant =
                TensorProto.newBuilder().setDataType(type.getNumber()).setName(next());
        for (long dimension : shape) {
            constant.addDims(dimension);
        }
        return constant;
    }

    private String add(TensorProto.Builder constant) {
        graph.addInitializer(constant);
        return constant.getName();
    }

    private static byte[] raw(long... numbers) {
        ByteBuffer raw = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(numbers);
        return raw.array();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static Dimension dimension(String name) {
        return Dimension.newBuilder().setDimParam(name).build();
    }

    private static Dimension dimension(long size) {
        return Dimension.newBuilder().setDimValue(size).build();
    }

    private static ValueInfoProto value(String name, DataType type, Dimension... shape) {
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(TensorShapeProto.newBuilder().addAllDim(List.of(shape)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** Writes to the weight file. */
    private interface Writing {
        Region write() throws IOException;
    }

    private static Region region(Writing writing) {
        try {
            return writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
