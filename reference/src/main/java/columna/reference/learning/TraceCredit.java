package columna.reference.learning;

import columna.reference.network.Parameters;
import java.util.Arrays;

/**
 * The eligibility traces of the online rule, zero before the first time step (Zucchet et al. 2023, section 3.2):
 *
 * <pre>
 *   e^lam_t = lambda e^lam_{t-1} + h_{t-1}
 *   e^gam_t = lambda e^gam_{t-1} + B z_t
 *   e^B_t   = diag(lambda) e^B_{t-1} + gamma z_t^T
 * </pre>
 *
 * They are kept explicitly, as a chip keeps them, and go on with the lambda, gamma and B in force at each time step.
 */
final class TraceCredit extends LruCredit {

    private final double[] lambdaRe;
    private final double[] lambdaIm;
    private final double[] gammaRe;
    private final double[] gammaIm;
    private final ComplexRows b;
    private final double[][] bReGradient;
    private final double[][] bImGradient;

    TraceCredit(Lru cell, String prefix, Parameters gradients) {
        super(cell, prefix, gradients);
        lambdaRe = new double[cell.units];
        lambdaIm = new double[cell.units];
        gammaRe = new double[cell.units];
        gammaIm = new double[cell.units];
        bReGradient = gradients.matrix(prefix + "B_re");
        bImGradient = gradients.matrix(prefix + "B_im");
        b = ComplexRows.of(cell.units, cell.input.size());
    }

    /** e^B, one row per unit. */
    ComplexRows b() {
        return b;
    }

    /** e^lam as one row. */
    ComplexRows lambda() {
        return new ComplexRows(new double[][] {lambdaRe}, new double[][] {lambdaIm});
    }

    /** e^gam as one row. */
    ComplexRows gamma() {
        return new ComplexRows(new double[][] {gammaRe}, new double[][] {gammaIm});
    }

    @Override
    void begin() {
        for (double[] trace : new double[][] {lambdaRe, lambdaIm, gammaRe, gammaIm}) {
            Arrays.fill(trace, 0);
        }
        b.clear();
    }

    @Override
    void assign(int from, int to) {
        for (int t = from; t < to; t++) {
            trace(lambdaRe, lambdaIm, cell.previousRe(t), cell.previousIm(t));
            trace(gammaRe, gammaIm, cell.drive.re()[t], cell.drive.im()[t]);
            double[] deltaRe = cell.delta.re()[t];
            double[] deltaIm = cell.delta.im()[t];
            for (int n = 0; n < cell.units; n++) {
                lambdaGradientRe[n] += deltaRe[n] * lambdaRe[n] - deltaIm[n] * lambdaIm[n];
                lambdaGradientIm[n] += deltaRe[n] * lambdaIm[n] + deltaIm[n] * lambdaRe[n];
                gammaGradient[n] += deltaRe[n] * gammaRe[n] - deltaIm[n] * gammaIm[n];
            }
        }
        for (int n = 0; n < cell.units; n++) {
            assignRow(n, from, to);
        }
    }

    /** e = lambda e + source, element by element. */
    private void trace(double[] re, double[] im, double[] sourceRe, double[] sourceIm) {
        for (int n = 0; n < cell.units; n++) {
            double old = re[n];
            re[n] = cell.lambdaRe[n] * old - cell.lambdaIm[n] * im[n] + sourceRe[n];
            im[n] = cell.lambdaRe[n] * im[n] + cell.lambdaIm[n] * old + sourceIm[n];
        }
    }

    /** Row n of e^B and of the gradient of B, over all the time steps while they are in the nearest cache. */
    private void assignRow(int n, int from, int to) {
        double[] re = b.re()[n];
        double[] im = b.im()[n];
        for (int t = from; t < to; t++) {
            traceRow(re, im, cell.lambdaRe[n], cell.lambdaIm[n], cell.gamma[n], cell.input.value()[t]);
            double deltaRe = cell.delta.re()[t][n];
            double deltaIm = cell.delta.im()[t][n];
            if (deltaRe != 0 || deltaIm != 0) {
                addRow(bReGradient[n], deltaRe, re, -deltaIm, im);
                addRow(bImGradient[n], -deltaRe, im, -deltaIm, re);
            }
        }
    }

    private static void traceRow(double[] re, double[] im, double lambdaRe, double lambdaIm, double gamma, double[] z) {
        int length = re.length;
        for (int i = 0; i < length; i++) {
            double old = re[i];
            re[i] = lambdaRe * old - lambdaIm * im[i] + gamma * z[i];
            im[i] = lambdaRe * im[i] + lambdaIm * old;
        }
    }

    private static void addRow(double[] target, double a, double[] p, double b, double[] q) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += a * p[i] + b * q[i];
        }
    }

    /** Done in {@link #assign}, while the traces are at hand. */
    @Override
    void accumulateSums(int from, int to) {}
}
