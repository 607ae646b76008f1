package io.text2vec.convert.family;

import static io.text2vec.convert.graph.Node.NONE;

import io.text2vec.convert.graph.GraphWriter;
import io.text2vec.convert.graph.Node;
import io.text2vec.convert.parameters.Matrix;
import io.text2vec.convert.parameters.Parameters;
import io.text2vec.convert.parameters.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Linear layers and embedding tables in a graph, in floats or in 8 bits as the parameters are.
 *
 * <p>A layer in 8 bits takes the scale of its input from the values of the run (dynamic quantisation): for the lone input of a
 * layer one operator does it all, for the three projections of attention the input is quantised once.
 */
final class Linear {
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private final GraphWriter graph;
    private final Parameters parameters;

    Linear(GraphWriter graph, Parameters parameters) {
        this.graph = graph;
        this.parameters = parameters;
    }

    /** A layer's bias as a constant; {@link Node#NONE} if it has none. */
    String bias(String module) {
        return parameters.has(module + BIAS) ? graph.vector(parameters.vector(module + BIAS)) : NONE;
    }

    /** A layer's product, for a next operator that adds the bias. */
    String product(String input, String module) {
        return switch (parameters.matrix(module)) {
            case Matrix.Floats floats -> graph.add(Node.of("MatMul", input, constant(floats)));
            case Matrix.EightBits eight ->
                graph.add(Node.ofRuntime(
                        "DynamicQuantizeMatMul", input, values(eight), scales(eight), zeroPoints(eight)));
        };
    }

    /** A whole layer. */
    String layer(String input, String module) {
        String product = product(input, module);
        String bias = bias(module);
        return bias.equals(NONE) ? product : graph.add(Node.of("Add", product, bias));
    }

    /** What attention needs: three projections of one input, and the biases that are not yet in them. */
    record Projections(List<String> values, String bias) {}

    /** @param modules the layers of query, key and value, in this order */
    Projections projections(String input, List<String> modules) {
        List<Matrix> matrices = modules.stream().map(parameters::matrix).toList();
        List<String> values = new ArrayList<>();
        if (matrices.stream().allMatch(Matrix.EightBits.class::isInstance)) {
            List<String> quantised = graph.add(Node.of("DynamicQuantizeLinear", input), 3);
            for (int i = 0; i < matrices.size(); i++) {
                values.add(quantisedLayer(quantised, (Matrix.EightBits) matrices.get(i), bias(modules.get(i))));
            }
            return new Projections(values, NONE);
        }
        matrices.forEach(matrix -> values.add(graph.add(Node.of("MatMul", input, constant((Matrix.Floats) matrix)))));
        return new Projections(values, joinedBias(modules));
    }

    private String quantisedLayer(List<String> input, Matrix.EightBits matrix, String bias) {
        return graph.add(Node.ofRuntime(
                "MatMulIntegerToFloat",
                input.get(0),
                values(matrix),
                input.get(1),
                scales(matrix),
                input.get(2),
                zeroPoints(matrix),
                bias));
    }

    private String joinedBias(List<String> modules) {
        if (!parameters.has(modules.getFirst() + BIAS)) {
            return NONE;
        }
        float[][] biases =
                modules.stream().map(module -> parameters.vector(module + BIAS)).toArray(float[][]::new);
        float[] joined =
                new float[Stream.of(biases).mapToInt(bias -> bias.length).sum()];
        int at = 0;
        for (float[] bias : biases) {
            System.arraycopy(bias, 0, joined, at, bias.length);
            at += bias.length;
        }
        return graph.vector(joined);
    }

    /** A table's rows for ids. */
    String lookup(String module, String ids) {
        return read(parameters.table(module), table -> Node.of("Gather", table, ids));
    }

    /** A table's first rows, as many as a list of one integer says. */
    String firstRows(String module, String count) {
        String zero = graph.integers(0);
        return read(parameters.table(module), table -> Node.of("Slice", table, zero, count, zero));
    }

    private interface Reading {
        Node of(String table);
    }

    private String read(Table table, Reading reading) {
        return switch (table) {
            case Table.Floats floats -> graph.add(reading.of(graph.tensor(floats.tensor())));
            case Table.EightBits eight -> {
                String rows = graph.add(reading.of(graph.bytes(eight.values(), false, eight.rows(), eight.width())));
                yield graph.add(Node.of(
                        "DequantizeLinear",
                        rows,
                        graph.floats(new float[] {eight.scale()}),
                        graph.bytes(new byte[] {eight.zeroPoint()}, false)));
            }
        };
    }

    private String constant(Matrix.Floats matrix) {
        return graph.floats(matrix.values(), matrix.in(), matrix.out());
    }

    private String values(Matrix.EightBits matrix) {
        return graph.bytes(matrix.values(), matrix.signed(), matrix.in(), matrix.out());
    }

    private String scales(Matrix.EightBits matrix) {
        return matrix.scales().length == 1 ? graph.floats(matrix.scales()) : graph.vector(matrix.scales());
    }

    private String zeroPoints(Matrix.EightBits matrix) {
        byte[] zeros = matrix.zeroPoints();
        if (matrix.centred() && matrix.signed()) {
            return NONE;
        }
        return zeros.length == 1
                ? graph.bytes(zeros, matrix.signed())
                : graph.bytes(zeros, matrix.signed(), zeros.length);
    }

    /** The name of a module's weight. */
    static String weight(String module) {
        return module + WEIGHT;
    }
}
