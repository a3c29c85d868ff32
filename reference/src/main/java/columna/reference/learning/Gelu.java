package columna.reference.learning;

/**
 * The tanh form of the Gaussian error linear unit: {@code gelu(x) = x/2 (1 + tanh k)} with {@code k = sqrt(2/pi) (x + 0.044715 x^3)}.
 * It is computed as {@code x sigma(2k)}, which is the same function.
 */
final class Gelu implements Block {

    private static final double SLOPE = 2 * Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    private final Wire input;
    private final Wire output;
    private final double[][] slope;

    Gelu(Wire input, Wire output) {
        this.input = input;
        this.output = output;
        slope = new double[input.value().length][input.size()];
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] x = input.value()[t];
            for (int i = 0; i < x.length; i++) {
                double square = x[i] * x[i];
                double sigma = Logistic.of(SLOPE * (x[i] + CUBIC * x[i] * square));
                output.value()[t][i] = x[i] * sigma;
                slope[t][i] = sigma + x[i] * sigma * (1 - sigma) * SLOPE * (1 + 3 * CUBIC * square);
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.addProduct(input.error()[t], output.error()[t], slope[t]);
        }
    }
}
