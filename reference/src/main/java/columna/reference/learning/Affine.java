package columna.reference.learning;

/** {@code y = W x + b}: the encoder, the decoder and the two maps of a gated linear unit. */
final class Affine implements Block {

    private final Matrix weights;
    private final double[] bias;
    private final double[] biasGradient;
    private final Wire input;
    private final Wire output;

    Affine(String weights, String bias, Weights from, Wire input, Wire output) {
        this.weights = from.matrix(weights);
        this.bias = from.vector(bias);
        this.biasGradient = from.gradient(bias);
        this.input = input;
        this.output = output;
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            System.arraycopy(bias, 0, output.value()[t], 0, bias.length);
        }
        weights.addProducts(input.value(), output.value(), from, to);
    }

    @Override
    public void backward(int from, int to) {
        weights.addTransposedProducts(output.error(), input.error(), from, to);
    }

    @Override
    public void accumulate(int from, int to) {
        weights.accumulate(output.error(), input.value(), from, to);
        for (int t = from; t < to; t++) {
            Rows.add(biasGradient, output.error()[t]);
        }
    }
}
