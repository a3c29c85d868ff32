package columna.reference.columnar;

/** How the parameters of a column's linear layers are drawn: uniform in [-bound, bound). */
public enum ColumnInitialisation {
    /** The default of PyTorch's linear layer, which the authors' code uses: bound {@code 1/sqrt(inputs)} for weights and biases. */
    PYTORCH,
    /** Glorot and Bengio 2010, which the paper names: bound {@code sqrt(6/(inputs + outputs))} for weights; biases are 0. */
    XAVIER;

    /** The size of a linear layer. */
    record Layer(int inputs, int outputs) {}

    double bound(Layer layer, boolean bias) {
        return switch (this) {
            case PYTORCH -> 1 / Math.sqrt(layer.inputs);
            case XAVIER -> bias ? 0 : Math.sqrt(6.0 / (layer.inputs + layer.outputs));
        };
    }
}
