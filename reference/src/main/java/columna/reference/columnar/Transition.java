package columna.reference.columnar;

/**
 * One column's step from {@code h_i(t-1)} to {@code h_i(t)}, with its derivatives.
 *
 * @param state {@code h_i(t)}
 * @param direct the part of {@code dh_i(t)/dh_i(t-1)} that does not pass through a head
 * @param byFeatures {@code dh_i(t)/da} of each head, a being what features and bias give to its sum
 * @param byStates {@code dh_i(t)/db} of each head, b being what previous states give to its sum
 */
record Transition(double state, double direct, double[] byFeatures, double[] byStates) {

    /** {@code h(t) = direct h(t-1) + tanh}. */
    static Transition oneHead(double tanh, double previous, double direct) {
        double[] slope = {1 - tanh * tanh};
        return new Transition(direct * previous + tanh, direct, slope, slope);
    }

    /** {@link StateUpdate#GATED}: heads r, z, n. */
    static Transition gated(double[] a, double[] b, double previous) {
        double r = logistic(a[0] + b[0]);
        double z = logistic(a[1] + b[1]);
        double n = StrictMath.tanh(a[2] + r * b[2]);
        double byN = (1 - z) * (1 - n * n);
        double byR = byN * b[2] * r * (1 - r);
        double byZ = (previous - n) * z * (1 - z);
        return new Transition((1 - z) * n + z * previous, z, new double[] {byR, byZ, byN}, new double[] {byR, byZ, byN * r});
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
