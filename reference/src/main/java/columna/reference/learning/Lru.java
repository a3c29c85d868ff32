package columna.reference.learning;

import java.util.Arrays;

/**
 * A layer of linear recurrent units (Orvieto et al. 2023), without its feedthrough:
 *
 * <pre>
 *   lambda = exp(-exp(nu_log) + i exp(theta_log)),  gamma = exp(gamma_log)
 *   h_t = lambda h_{t-1} + gamma (B z_t),  h_{-1} = 0        y_t = Re(C h_t)
 * </pre>
 *
 * <p>Errors follow {@code delta = dL/dRe h - i dL/dIm h}, twice the Wirtinger derivative, so that no conjugate appears:
 *
 * <pre>
 *   delta_t = C^T g_t  (+ lambda delta_{t+1} through time)    dL/dz_t = Re(B^T (gamma delta_t))
 *   dL/dC_re = sum_t g_t Re(h_t)^T                            dL/dC_im = -sum_t g_t Im(h_t)^T
 * </pre>
 */
final class Lru implements Block {

    final int units;
    final double[] nuLog;
    final double[] thetaLog;
    final double[] gammaLog;
    final double[] lambdaRe;
    final double[] lambdaIm;
    final double[] gamma;
    final Matrix bRe;
    final Matrix bIm;
    final ComplexRows drive;
    final ComplexRows hidden;
    final ComplexRows delta;
    final Wire input;

    /** Re(gamma delta). */
    final double[][] scaledRe;
    /** -Im(gamma delta). */
    final double[][] minusScaledIm;

    private final Matrix cRe;
    private final Matrix cIm;
    private final double[] minusGamma;
    private final double[][] minusHiddenIm;
    private final double[] zeros;
    private final Wire output;
    private final boolean throughTime;
    private final LruCredit credit;
    private int steps;

    Lru(String prefix, Weights weights, LearningRule rule, Wire input, Wire output) {
        nuLog = weights.vector(prefix + "nu_log");
        thetaLog = weights.vector(prefix + "theta_log");
        gammaLog = weights.vector(prefix + "gamma_log");
        units = nuLog.length;
        lambdaRe = new double[units];
        lambdaIm = new double[units];
        gamma = new double[units];
        minusGamma = new double[units];
        bRe = weights.matrix(prefix + "B_re");
        bIm = weights.matrix(prefix + "B_im");
        cRe = weights.matrix(prefix + "C_re");
        cIm = weights.matrix(prefix + "C_im");
        int capacity = input.value().length;
        drive = ComplexRows.of(capacity, units);
        hidden = ComplexRows.of(capacity, units);
        delta = ComplexRows.of(capacity, units);
        minusHiddenIm = new double[capacity][units];
        zeros = new double[units];
        scaledRe = new double[capacity][units];
        minusScaledIm = new double[capacity][units];
        this.input = input;
        this.output = output;
        throughTime = rule == LearningRule.BPTT;
        credit = LruCredit.of(rule, this, prefix, weights);
    }

    LruCredit credit() {
        return credit;
    }

    @Override
    public void refresh() {
        for (int n = 0; n < units; n++) {
            double radius = Real.exp(-Real.exp(nuLog[n]));
            double phase = Real.exp(thetaLog[n]);
            lambdaRe[n] = radius * Real.cos(phase);
            lambdaIm[n] = radius * Real.sin(phase);
            gamma[n] = Real.exp(gammaLog[n]);
            minusGamma[n] = -gamma[n];
        }
    }

    @Override
    public void begin(int steps) {
        this.steps = steps;
        credit.begin();
    }

    @Override
    public void clearErrors(int from, int to) {
        delta.clear(from, to);
    }

    @Override
    public int earliestError(int first) {
        return throughTime ? 0 : first;
    }

    @Override
    public void clearGradient() {
        credit.clearGradient();
    }

    @Override
    public void forward(int from, int to) {
        drive.clear(from, to);
        bRe.addProducts(input.value(), drive.re(), from, to);
        bIm.addProducts(input.value(), drive.im(), from, to);
        for (int t = from; t < to; t++) {
            state(t);
            Arrays.fill(output.value()[t], 0);
        }
        cRe.addProducts(hidden.re(), output.value(), from, to);
        cIm.addProducts(minusHiddenIm, output.value(), from, to);
    }

    private void state(int t) {
        double[] pastRe = previousRe(t);
        double[] pastIm = previousIm(t);
        realPart(lambdaRe, lambdaIm, pastRe, pastIm, gamma, drive.re()[t], hidden.re()[t]);
        imaginaryPart(lambdaRe, lambdaIm, pastRe, pastIm, gamma, drive.im()[t], hidden.im()[t]);
        negate(hidden.im()[t], minusHiddenIm[t]);
    }

    private static void realPart(double[] lambdaRe, double[] lambdaIm, double[] pastRe, double[] pastIm, double[] gamma, double[] drive,
            double[] re) {
        int length = re.length;
        for (int n = 0; n < length; n++) {
            re[n] = lambdaRe[n] * pastRe[n] - lambdaIm[n] * pastIm[n] + gamma[n] * drive[n];
        }
    }

    private static void imaginaryPart(double[] lambdaRe, double[] lambdaIm, double[] pastRe, double[] pastIm, double[] gamma,
            double[] drive, double[] im) {
        int length = im.length;
        for (int n = 0; n < length; n++) {
            im[n] = lambdaRe[n] * pastIm[n] + lambdaIm[n] * pastRe[n] + gamma[n] * drive[n];
        }
    }

    private static void negate(double[] x, double[] minus) {
        int length = x.length;
        for (int n = 0; n < length; n++) {
            minus[n] = -x[n];
        }
    }

    /** Re h_{t-1}. */
    double[] previousRe(int t) {
        return t == 0 ? zeros : hidden.re()[t - 1];
    }

    /** Im h_{t-1}. */
    double[] previousIm(int t) {
        return t == 0 ? zeros : hidden.im()[t - 1];
    }

    @Override
    public void backward(int from, int to) {
        cRe.addTransposedProducts(output.error(), delta.re(), from, to);
        cIm.addTransposedProducts(output.error(), delta.im(), from, to);
        for (int t = to - 1; t >= from; t--) {
            if (throughTime && t + 1 < steps) {
                addThroughTime(t);
            }
            scale(gamma, delta.re()[t], scaledRe[t]);
            scale(minusGamma, delta.im()[t], minusScaledIm[t]);
        }
        bRe.addTransposedProducts(scaledRe, input.error(), from, to);
        bIm.addTransposedProducts(minusScaledIm, input.error(), from, to);
    }

    @Override
    public void trace(int from, int to) {
        credit.trace(from, to);
    }

    private static void scale(double[] gamma, double[] delta, double[] scaled) {
        int length = scaled.length;
        for (int n = 0; n < length; n++) {
            scaled[n] = gamma[n] * delta[n];
        }
    }

    /** delta_t += lambda delta_{t+1}. */
    private void addThroughTime(int t) {
        double[] nextRe = delta.re()[t + 1];
        double[] nextIm = delta.im()[t + 1];
        ComplexRows.addRealOfProduct(delta.re()[t], lambdaRe, lambdaIm, nextRe, nextIm);
        ComplexRows.addImaginaryOfProduct(delta.im()[t], lambdaRe, lambdaIm, nextRe, nextIm);
    }

    @Override
    public void accumulate(int from, int to) {
        cRe.accumulate(output.error(), hidden.re(), from, to);
        cIm.accumulate(output.error(), minusHiddenIm, from, to);
        credit.accumulate(from, to);
    }
}
