package columna.reference.learning;

/**
 * The tanh form of the Gaussian error linear unit, then dropout: {@code gelu(x) = x/2 (1 + tanh k)} with
 * {@code k = sqrt(2/pi) (x + 0.044715 x^3)}. It is computed as {@code x sigma(2k)}, which is the same function.
 */
final class Gelu implements Block {

    private static final double SLOPE = Real.from(2 * Math.sqrt(2 / Math.PI));
    private static final double CUBIC = 0.044715;

    private final Wire input;
    private final Wire output;
    private final double[] factors;
    private final double[][] slope;
    private final double[] sigma;

    Gelu(Wire input, Wire output, DropoutMask mask) {
        this.input = input;
        this.output = output;
        factors = mask.factors;
        slope = new double[input.value().length][input.size()];
        sigma = new double[input.size()];
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            scale(input.value()[t], sigma);
            Logistic.of(sigma, sigma);
            outputs(input.value()[t], sigma, factors, output.value()[t]);
            slopes(input.value()[t], sigma, factors, slope[t]);
        }
    }

    private static void scale(double[] x, double[] k) {
        int length = x.length;
        for (int i = 0; i < length; i++) {
            k[i] = SLOPE * (x[i] + CUBIC * x[i] * x[i] * x[i]);
        }
    }

    private static void outputs(double[] x, double[] sigma, double[] factors, double[] y) {
        int length = x.length;
        for (int i = 0; i < length; i++) {
            y[i] = x[i] * sigma[i] * factors[i];
        }
    }

    private static void slopes(double[] x, double[] sigma, double[] factors, double[] slope) {
        int length = x.length;
        for (int i = 0; i < length; i++) {
            slope[i] = factors[i] * (sigma[i] + x[i] * sigma[i] * (1 - sigma[i]) * SLOPE * (1 + 3 * CUBIC * x[i] * x[i]));
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.addProduct(input.error()[t], output.error()[t], slope[t]);
        }
    }
}
