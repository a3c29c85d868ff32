package columna.reference.learning;

/** {@code y = (x - mean) / sqrt(var + epsilon) * scale + bias} over the width of one time step; var is the mean squared deviation. */
final class LayerNormalisation implements Block {

    private final double[] scale;
    private final double[] bias;
    private final double[] scaleGradient;
    private final double[] biasGradient;
    private final double epsilon;
    private final Wire input;
    private final Wire output;
    private final double[][] standardised;
    private final double[] inverseDeviation;
    private final double[] scaledError;

    LayerNormalisation(String prefix, Weights weights, double epsilon, Wire input, Wire output) {
        scale = weights.vector(prefix + "ln.scale");
        bias = weights.vector(prefix + "ln.bias");
        scaleGradient = weights.gradient(prefix + "ln.scale");
        biasGradient = weights.gradient(prefix + "ln.bias");
        this.epsilon = epsilon;
        this.input = input;
        this.output = output;
        standardised = new double[input.value().length][input.size()];
        inverseDeviation = new double[input.value().length];
        scaledError = new double[input.size()];
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] x = input.value()[t];
            double[] s = standardised[t];
            subtract(x, Rows.sum(x) / x.length, s);
            inverseDeviation[t] = 1 / Real.sqrt(Rows.dot(s, s) / x.length + epsilon);
            standardise(s, inverseDeviation[t], scale, bias, output.value()[t]);
        }
    }

    private static void subtract(double[] x, double mean, double[] s) {
        int length = x.length;
        for (int i = 0; i < length; i++) {
            s[i] = x[i] - mean;
        }
    }

    private static void standardise(double[] s, double inverseDeviation, double[] scale, double[] bias, double[] y) {
        int length = s.length;
        for (int i = 0; i < length; i++) {
            s[i] *= inverseDeviation;
            y[i] = s[i] * scale[i] + bias[i];
        }
    }

    /** {@code dx = (e - mean(e) - s mean(e s)) / sqrt(var + epsilon)} with {@code e = dy scale} and s the standardised input. */
    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] s = standardised[t];
            scale(output.error()[t], scale, scaledError);
            double mean = Rows.sum(scaledError) / s.length;
            double correlation = Rows.dot(scaledError, s) / s.length;
            addErrors(scaledError, s, mean, correlation, inverseDeviation[t], input.error()[t]);
        }
    }

    private static void scale(double[] dy, double[] scale, double[] e) {
        int length = dy.length;
        for (int i = 0; i < length; i++) {
            e[i] = dy[i] * scale[i];
        }
    }

    private static void addErrors(double[] e, double[] s, double mean, double correlation, double inverseDeviation, double[] dx) {
        int length = e.length;
        for (int i = 0; i < length; i++) {
            dx[i] += (e[i] - mean - s[i] * correlation) * inverseDeviation;
        }
    }

    @Override
    public void accumulate(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.addProduct(scaleGradient, output.error()[t], standardised[t]);
            Rows.add(biasGradient, output.error()[t]);
        }
    }
}
