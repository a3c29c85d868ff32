package columna.reference.learning;

/** The product of a gated linear unit: {@code s = p sigma(q)}, p the value path and q the gate path. */
final class Gate implements Block {

    private final Wire value;
    private final Wire gatePath;
    private final Wire output;
    private final double[][] gate;

    Gate(Wire value, Wire gatePath, Wire output) {
        this.value = value;
        this.gatePath = gatePath;
        this.output = output;
        gate = new double[value.value().length][value.size()];
    }

    /** sigma(q), [T][H]. */
    double[][] gate() {
        return gate;
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            for (int i = 0; i < gate[t].length; i++) {
                gate[t][i] = Logistic.of(gatePath.value()[t][i]);
                output.value()[t][i] = value.value()[t][i] * gate[t][i];
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] ds = output.error()[t];
            double[] g = gate[t];
            double[] p = value.value()[t];
            double[] dp = value.error()[t];
            double[] dq = gatePath.error()[t];
            for (int i = 0; i < ds.length; i++) {
                dp[i] += ds[i] * g[i];
                dq[i] += ds[i] * p[i] * g[i] * (1 - g[i]);
            }
        }
    }
}
