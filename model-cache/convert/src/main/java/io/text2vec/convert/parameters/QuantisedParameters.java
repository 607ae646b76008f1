package io.text2vec.convert.parameters;

/** Parameters of which the linear layers and embedding tables are in 8 bits; those that already are stay as they are. */
public record QuantisedParameters(Parameters parameters, Quantisation quantisation) implements Parameters {

    @Override
    public boolean eightBits() {
        return parameters.eightBits();
    }

    @Override
    public boolean has(String name) {
        return parameters.has(name);
    }

    @Override
    public float[] vector(String name) {
        return parameters.vector(name);
    }

    @Override
    public Matrix matrix(String module) {
        return switch (parameters.matrix(module)) {
            case Matrix.Floats floats -> quantisation.of(floats);
            case Matrix.EightBits eight -> eight;
        };
    }

    @Override
    public Table table(String module) {
        return switch (parameters.table(module)) {
            case Table.Floats floats -> quantisation.of(floats);
            case Table.EightBits eight -> eight;
        };
    }

    @Override
    public long bytes() {
        return parameters.bytes();
    }

    @Override
    public void close() {
        parameters.close();
    }
}
