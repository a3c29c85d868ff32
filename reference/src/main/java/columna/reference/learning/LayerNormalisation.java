package columna.reference.learning;

import columna.reference.network.Parameters;

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

    LayerNormalisation(String prefix, Parameters parameters, Parameters gradients, double epsilon, Wire input, Wire output) {
        scale = parameters.vector(prefix + "ln.scale");
        bias = parameters.vector(prefix + "ln.bias");
        scaleGradient = gradients.vector(prefix + "ln.scale");
        biasGradient = gradients.vector(prefix + "ln.bias");
        this.epsilon = epsilon;
        this.input = input;
        this.output = output;
        standardised = new double[input.value().length][input.size()];
        inverseDeviation = new double[input.value().length];
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] x = input.value()[t];
            double[] s = standardised[t];
            double[] y = output.value()[t];
            double mean = sum(x) / x.length;
            double variance = 0;
            for (int i = 0; i < x.length; i++) {
                s[i] = x[i] - mean;
                variance += s[i] * s[i];
            }
            inverseDeviation[t] = 1 / Math.sqrt(variance / x.length + epsilon);
            for (int i = 0; i < x.length; i++) {
                s[i] *= inverseDeviation[t];
                y[i] = s[i] * scale[i] + bias[i];
            }
        }
    }

    /** {@code dx = (e - mean(e) - s mean(e s)) / sqrt(var + epsilon)} with {@code e = dy scale} and s the standardised input. */
    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] dy = output.error()[t];
            double[] dx = input.error()[t];
            double[] s = standardised[t];
            double mean = 0;
            double correlation = 0;
            for (int i = 0; i < s.length; i++) {
                mean += dy[i] * scale[i];
                correlation += dy[i] * scale[i] * s[i];
            }
            mean /= s.length;
            correlation /= s.length;
            for (int i = 0; i < s.length; i++) {
                dx[i] += (dy[i] * scale[i] - mean - s[i] * correlation) * inverseDeviation[t];
            }
        }
    }

    @Override
    public void accumulate(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.addProduct(scaleGradient, output.error()[t], standardised[t]);
            Rows.add(biasGradient, 1, output.error()[t]);
        }
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }
}
