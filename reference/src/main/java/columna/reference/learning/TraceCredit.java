package columna.reference.learning;

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
    /** One unit's delta over time, so that it lies in one row. */
    private final double[] unitDeltaRe;
    private final double[] unitDeltaIm;

    TraceCredit(Lru cell, String prefix, Weights weights) {
        super(cell, prefix, weights);
        lambdaRe = new double[cell.units];
        lambdaIm = new double[cell.units];
        gammaRe = new double[cell.units];
        gammaIm = new double[cell.units];
        bReGradient = cell.bRe.gradient();
        bImGradient = cell.bIm.gradient();
        unitDeltaRe = new double[cell.input.value().length];
        unitDeltaIm = new double[cell.input.value().length];
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
    void trace(int from, int to) {
        for (int t = from; t < to; t++) {
            ComplexRows.turn(cell.lambdaRe, cell.lambdaIm, lambdaRe, lambdaIm, cell.previousRe(t), cell.previousIm(t));
            ComplexRows.turn(cell.lambdaRe, cell.lambdaIm, gammaRe, gammaIm, cell.drive.re()[t], cell.drive.im()[t]);
            double[] deltaRe = cell.delta.re()[t];
            double[] deltaIm = cell.delta.im()[t];
            ComplexRows.addRealOfProduct(lambdaGradientRe, deltaRe, deltaIm, lambdaRe, lambdaIm);
            ComplexRows.addImaginaryOfProduct(lambdaGradientIm, deltaRe, deltaIm, lambdaRe, lambdaIm);
            ComplexRows.addRealOfProduct(gammaGradient, deltaRe, deltaIm, gammaRe, gammaIm);
        }
        for (int n = 0; n < cell.units; n++) {
            traceRow(n, from, to);
        }
    }

    /** Row n of e^B and of the gradient of B, over all the time steps at once; only those between the first and the last error are credited. */
    private void traceRow(int n, int from, int to) {
        int first = to;
        int last = from;
        for (int t = from; t < to; t++) {
            unitDeltaRe[t] = cell.delta.re()[t][n];
            unitDeltaIm[t] = cell.delta.im()[t][n];
            if (unitDeltaRe[t] != 0 || unitDeltaIm[t] != 0) {
                first = Math.min(first, t);
                last = t + 1;
            }
        }
        double[][] z = cell.input.value();
        TraceRows rows = new TraceRows(b.re()[n], b.im()[n], bReGradient[n], bImGradient[n]);
        rows.advance(cell.lambdaRe[n], cell.lambdaIm[n], cell.gamma[n], z, from, first);
        rows.credit(cell.lambdaRe[n], cell.lambdaIm[n], cell.gamma[n], z, unitDeltaRe, unitDeltaIm, first, last);
        rows.advance(cell.lambdaRe[n], cell.lambdaIm[n], cell.gamma[n], z, Math.max(first, last), to);
    }

    /** Done in {@link #trace}, while the traces are at hand. */
    @Override
    void accumulateSums(int from, int to) {}
}
