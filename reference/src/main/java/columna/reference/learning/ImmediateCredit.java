package columna.reference.learning;

/**
 * The sensitivities of one time step alone: {@code dh_t/dlambda = h_{t-1}} (or 0, spatial), {@code dh_t/dgamma = B z_t},
 * {@code dh_t/dB = gamma z_t^T}. With instantaneous errors these are the truncated and the spatial rule, with the errors of
 * back-propagation through time they are exact.
 */
final class ImmediateCredit extends LruCredit {

    private final boolean creditsLambda;

    ImmediateCredit(Lru cell, String prefix, Weights weights, boolean creditsLambda) {
        super(cell, prefix, weights);
        this.creditsLambda = creditsLambda;
    }

    /** Nothing to move on: all is summed afterwards, ascending in time whatever the direction of the errors. */
    @Override
    void trace(int from, int to) {}

    @Override
    void accumulateSums(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] deltaRe = cell.delta.re()[t];
            double[] deltaIm = cell.delta.im()[t];
            ComplexRows.addRealOfProduct(gammaGradient, deltaRe, deltaIm, cell.drive.re()[t], cell.drive.im()[t]);
            if (creditsLambda) {
                ComplexRows.addRealOfProduct(lambdaGradientRe, deltaRe, deltaIm, cell.previousRe(t), cell.previousIm(t));
                ComplexRows.addImaginaryOfProduct(lambdaGradientIm, deltaRe, deltaIm, cell.previousRe(t), cell.previousIm(t));
            }
        }
        cell.bRe.accumulate(cell.scaledRe, cell.input.value(), from, to);
        cell.bIm.accumulate(cell.minusScaledIm, cell.input.value(), from, to);
    }
}
