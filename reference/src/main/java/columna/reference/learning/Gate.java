package columna.reference.learning;

/** The product of a gated linear unit, then dropout: {@code s = m p sigma(q)}, p the value path, q the gate path, m the mask. */
final class Gate implements Block {

    private final Wire value;
    private final Wire gatePath;
    private final Wire output;
    private final double[] factors;
    private final double[][] gate;

    Gate(Wire value, Wire gatePath, Wire output, DropoutMask mask) {
        this.value = value;
        this.gatePath = gatePath;
        this.output = output;
        factors = mask.factors;
        gate = new double[value.value().length][value.size()];
    }

    /** sigma(q), [T][H]. */
    double[][] gate() {
        return gate;
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            Logistic.of(gatePath.value()[t], gate[t]);
            products(value.value()[t], gate[t], factors, output.value()[t]);
        }
    }

    private static void products(double[] p, double[] g, double[] factors, double[] s) {
        int length = p.length;
        for (int i = 0; i < length; i++) {
            s[i] = p[i] * g[i] * factors[i];
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            errorOfValue(output.error()[t], gate[t], factors, value.error()[t]);
            errorOfGatePath(output.error()[t], value.value()[t], gate[t], factors, gatePath.error()[t]);
        }
    }

    private static void errorOfValue(double[] ds, double[] g, double[] factors, double[] dp) {
        int length = ds.length;
        for (int i = 0; i < length; i++) {
            dp[i] += ds[i] * factors[i] * g[i];
        }
    }

    private static void errorOfGatePath(double[] ds, double[] p, double[] g, double[] factors, double[] dq) {
        int length = ds.length;
        for (int i = 0; i < length; i++) {
            dq[i] += ds[i] * factors[i] * p[i] * g[i] * (1 - g[i]);
        }
    }
}
