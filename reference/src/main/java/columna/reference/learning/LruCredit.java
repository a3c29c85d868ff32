package columna.reference.learning;

import java.util.Arrays;

/**
 * How the errors delta of a layer's hidden state become gradients of lambda, gamma and B. The sums over time are
 *
 * <pre>
 *   G_lam = sum_t delta_t (dh_t/dlambda)     G_gam = sum_t Re(delta_t (dh_t/dgamma))     G_B = sum_t diag(delta_t) (dh_t/dB)
 *   dL/dnu_log    = Re(G_lam (-exp(nu_log)) lambda)          dL/dB_re =  Re G_B
 *   dL/dtheta_log = Re(G_lam i exp(theta_log) lambda)        dL/dB_im = -Im G_B
 *   dL/dgamma_log = gamma G_gam
 * </pre>
 *
 * and the rules differ in what they take for the three sensitivities of h_t.
 */
abstract sealed class LruCredit permits ImmediateCredit, TraceCredit {

    final Lru cell;
    final double[] lambdaGradientRe;
    final double[] lambdaGradientIm;
    final double[] gammaGradient;
    private final double[] nuLogGradient;
    private final double[] thetaLogGradient;
    private final double[] gammaLogGradient;

    LruCredit(Lru cell, String prefix, Weights weights) {
        this.cell = cell;
        nuLogGradient = weights.gradient(prefix + "nu_log");
        thetaLogGradient = weights.gradient(prefix + "theta_log");
        gammaLogGradient = weights.gradient(prefix + "gamma_log");
        lambdaGradientRe = new double[cell.units];
        lambdaGradientIm = new double[cell.units];
        gammaGradient = new double[cell.units];
    }

    static LruCredit of(LearningRule rule, Lru cell, String prefix, Weights weights) {
        return switch (rule) {
            case BPTT, TRUNCATED -> new ImmediateCredit(cell, prefix, weights, true);
            case SPATIAL -> new ImmediateCredit(cell, prefix, weights, false);
            case ONLINE, SNAP1 -> new TraceCredit(cell, prefix, weights);
        };
    }

    /** A new sequence: traces to zero. */
    void begin() {}

    /** What must be done while time goes on, ascending; forward and delta of these time steps are done, delta is 0 where there is no error. */
    abstract void trace(int from, int to);

    /** What can be summed later. */
    abstract void accumulateSums(int from, int to);

    final void clearGradient() {
        Arrays.fill(lambdaGradientRe, 0);
        Arrays.fill(lambdaGradientIm, 0);
        Arrays.fill(gammaGradient, 0);
    }

    final void accumulate(int from, int to) {
        accumulateSums(from, to);
        for (int n = 0; n < cell.units; n++) {
            double re = lambdaGradientRe[n] * cell.lambdaRe[n] - lambdaGradientIm[n] * cell.lambdaIm[n];
            double im = lambdaGradientRe[n] * cell.lambdaIm[n] + lambdaGradientIm[n] * cell.lambdaRe[n];
            nuLogGradient[n] = -Real.exp(cell.nuLog[n]) * re;
            thetaLogGradient[n] = -Real.exp(cell.thetaLog[n]) * im;
            gammaLogGradient[n] = cell.gamma[n] * gammaGradient[n];
        }
    }
}
