package io.text2vec.convert.published;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.text2vec.convert.parameters.CheckpointParameters;
import io.text2vec.convert.parameters.Matrix;
import io.text2vec.convert.parameters.Parameters;
import io.text2vec.convert.parameters.Table;
import io.text2vec.convert.weights.Names;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.weights.ElementType;
import io.text2vec.runtime.weights.Tensor;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a published graph, in floats or in the 8 bits that it has them in. Understood are exports of PyTorch and
 * what the quantiser of ONNX Runtime makes of them.
 */
/*
 * That quantiser replaces an initialiser x by x_quantized, x_scale and x_zero_point, and keeps the order of dimensions.
 */
public final class PublishedParameters implements Parameters {
    private static final String WEIGHT = ".weight";
    private static final String QUANTISED = "_quantized";
    private static final String SCALE = "_scale";
    private static final String ZERO = "_zero_point";

    private final PublishedGraph published;
    private final Map<String, TensorProto> constants = new HashMap<>();

    /** Initialisers of transposed weights by the name that the weight had, without the quantiser's suffix. */
    private final Map<String, String> transposed = new HashMap<>();

    private final Names names;
    private final boolean eightBits;

    private PublishedParameters(PublishedGraph published, String anchor) {
        this.published = published;
        published.graph().getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : published.graph().getNodeList()) {
            // Older exports keep small constants as nodes.
            if (node.getOpType().equals("Constant")) {
                for (AttributeProto attribute : node.getAttributeList()) {
                    if (attribute.hasT()) {
                        constants.putIfAbsent(node.getOutput(0), attribute.getT());
                    }
                }
            }
        }
        LayerNames layers = new LayerNames(published.graph(), constants.keySet());
        published.graph().getNodeList().forEach(node -> layers.of(node)
                .ifPresent(layer -> transposed.putIfAbsent(layer + WEIGHT, plain(node.getInput(1)))));
        eightBits = transposed.values().stream().anyMatch(name -> constants.containsKey(name + QUANTISED));
        Set<String> all = new HashSet<>(transposed.keySet());
        constants.keySet().forEach(name -> all.add(plain(name)));
        names = Names.of(all, anchor);
    }

    /**
     * Maps a graph.
     *
     * @param anchor a name that every model of its family has
     * @throws ModelException if it is no graph, or none of this family that is understood
     */
    public static PublishedParameters open(Path file, String anchor) {
        PublishedGraph graph = PublishedGraph.open(file);
        try {
            return new PublishedParameters(graph, anchor);
        } catch (IllegalArgumentException e) {
            graph.close();
            throw new ModelException(file + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    private static String plain(String name) {
        return name.endsWith(QUANTISED) ? name.substring(0, name.length() - QUANTISED.length()) : name;
    }

    @Override
    public boolean eightBits() {
        return eightBits;
    }

    @Override
    public boolean has(String name) {
        return names.inFile(name).isPresent();
    }

    @Override
    public float[] vector(String name) {
        String inFile = inFile(name);
        if (constants.containsKey(inFile + QUANTISED)) {
            return widened(eightBits(inFile));
        }
        return tensor(inFile).floats();
    }

    @Override
    public Matrix matrix(String module) {
        String inFile = inFile(module + WEIGHT);
        String constant = transposed.get(inFile);
        if (constant == null) { // a layer of the general product, which takes the weight as it is
            return CheckpointParameters.matrix(tensor(inFile));
        }
        if (constants.containsKey(constant + QUANTISED)) {
            return eightBits(constant);
        }
        Tensor tensor = tensor(constant);
        return new Matrix.Floats(
                tensor.floats(),
                Math.toIntExact(tensor.shape().getFirst()),
                Math.toIntExact(tensor.shape().getLast()));
    }

    @Override
    public Table table(String module) {
        String inFile = inFile(module + WEIGHT);
        if (!constants.containsKey(inFile + QUANTISED)) {
            return new Table.Floats(tensor(inFile));
        }
        Matrix.EightBits table = eightBits(inFile);
        if (table.scales().length > 1) {
            throw new ModelException(published + " quantises the table " + inFile
                    + " with several scales; take a graph in floats, or one with a scale a table");
        }
        byte[] values = table.values();
        int shift = table.signed() ? Byte.MIN_VALUE : 0; // tables are unsigned in our graphs
        for (int i = 0; shift != 0 && i < values.length; i++) {
            values[i] -= (byte) shift;
        }
        return new Table.EightBits(
                values, table.in(), table.out(), table.scales()[0], (byte) (table.zeroPoints()[0] - shift));
    }

    private String inFile(String name) {
        return names.inFile(name)
                .orElseThrow(() -> new ModelException(published + " holds no " + names.prefix() + name
                        + " that could be recognised; convert from the checkpoint instead"));
    }

    private Matrix.EightBits eightBits(String constant) {
        TensorProto values = constants.get(constant + QUANTISED);
        TensorProto zeros = constants.get(constant + ZERO);
        TensorProto scale = constants.get(constant + SCALE);
        if (zeros == null || scale == null || values.getDimsCount() != 2) {
            throw new ModelException(published + " quantises " + constant + " in a way that isn't known");
        }
        float[] scales = tensor(scale).floats();
        byte[] zeroPoints = bytes(zeros);
        if (zeroPoints.length != scales.length) {
            throw new ModelException(published + " has " + scales.length + " scales and " + zeroPoints.length
                    + " zero points for " + constant);
        }
        return new Matrix.EightBits(
                bytes(values),
                values.getDataType() == DataType.INT8.getNumber(),
                Math.toIntExact(values.getDims(0)),
                Math.toIntExact(values.getDims(1)),
                scales,
                zeroPoints);
    }

    private byte[] bytes(TensorProto tensor) {
        if (tensor.getInt32DataCount() > 0) {
            byte[] bytes = new byte[tensor.getInt32DataCount()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) tensor.getInt32Data(i);
            }
            return bytes;
        }
        return published.data(tensor).toArray(ValueLayout.JAVA_BYTE);
    }

    private static float[] widened(Matrix.EightBits matrix) {
        byte[] values = matrix.values();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            int scale = matrix.scales().length == 1 ? 0 : i % matrix.out();
            int zero = matrix.zeroPoints()[scale];
            floats[i] =
                    (matrix.signed() ? values[i] - zero : (values[i] & 0xFF) - (zero & 0xFF)) * matrix.scales()[scale];
        }
        return floats;
    }

    private Tensor tensor(String constant) {
        return tensor(Optional.ofNullable(constants.get(constant))
                .orElseThrow(() -> new ModelException(published + " holds no constant " + constant)));
    }

    private Tensor tensor(TensorProto constant) {
        if (constant.getFloatDataCount() > 0) {
            float[] floats = new float[constant.getFloatDataCount()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = constant.getFloatData(i);
            }
            return Tensor.of(constant.getName(), constant.getDimsList(), floats);
        }
        return new Tensor(constant.getName(), type(constant), constant.getDimsList(), published.data(constant));
    }

    private ElementType type(TensorProto constant) {
        return switch (DataType.forNumber(constant.getDataType())) {
            case FLOAT -> ElementType.F32;
            case FLOAT16 -> ElementType.F16;
            case BFLOAT16 -> ElementType.BF16;
            case null, default ->
                throw new ModelException(published + " holds " + constant.getName() + " as type "
                        + constant.getDataType() + "; known are floats of 32 and 16 bits");
        };
    }

    @Override
    public long bytes() {
        return published.bytes();
    }

    @Override
    public void close() {
        published.close();
    }
}
