package columna.reference.learning;

/**
 * One unit's row of e^B over a stretch of time steps, and with it the unit's row of the gradient:
 *
 * <pre>
 *   e_i(t) = lambda e_i(t-1) + gamma z_i(t)       G_re += Re(delta(t) e(t))       G_im -= Im(delta(t) e(t))
 * </pre>
 *
 * <p>As with {@link Rows} the bits are the same with and without vectors.
 */
record TraceRows(double[] re, double[] im, double[] gradientRe, double[] gradientIm) {

    private static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /** Time steps without an error: the traces move on. {@code z} is [T][inputs]. */
    void advance(double lambdaRe, double lambdaIm, double gamma, double[][] z, int from, int to) {
        int first = VECTORS ? VectorTraceRows.advance(this, lambdaRe, lambdaIm, gamma, z, from, to) : 0;
        for (int t = from; t < to && first < re.length; t++) {
            move(re, im, lambdaRe, lambdaIm, gamma, z[t], first);
        }
    }

    /** Time steps with errors {@code delta[t]}: the traces move on and are credited. */
    void credit(double lambdaRe, double lambdaIm, double gamma, double[][] z, double[] deltaRe, double[] deltaIm, int from, int to) {
        int first = VECTORS ? VectorTraceRows.credit(this, lambdaRe, lambdaIm, gamma, z, deltaRe, deltaIm, from, to) : 0;
        creditPlainly(lambdaRe, lambdaIm, gamma, z, deltaRe, deltaIm, from, to, first);
    }

    void creditPlainly(double lambdaRe, double lambdaIm, double gamma, double[][] z, double[] deltaRe, double[] deltaIm, int from, int to,
            int first) {
        for (int t = from; t < to && first < re.length; t++) {
            move(re, im, lambdaRe, lambdaIm, gamma, z[t], first);
            add(gradientRe, deltaRe[t], re, -deltaIm[t], im, first);
            add(gradientIm, -deltaRe[t], im, -deltaIm[t], re, first);
        }
    }

    private static void move(double[] re, double[] im, double lambdaRe, double lambdaIm, double gamma, double[] z, int first) {
        int length = re.length;
        for (int i = first; i < length; i++) {
            double old = re[i];
            re[i] = Math.fma(z[i], gamma, Math.fma(im[i], -lambdaIm, old * lambdaRe));
            im[i] = Math.fma(old, lambdaIm, im[i] * lambdaRe);
        }
    }

    private static void add(double[] target, double a, double[] p, double b, double[] q, int first) {
        int length = target.length;
        for (int i = first; i < length; i++) {
            target[i] = Math.fma(q[i], b, Math.fma(p[i], a, target[i]));
        }
    }
}
