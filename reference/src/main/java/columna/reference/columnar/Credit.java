package columna.reference.columnar;

/**
 * What gradient of a columnar network is asked for.
 *
 * @param rule how it is obtained
 * @param lastLossOnly whether it is that of the last time step's loss ({@code G(T)} of Javed et al. 2021) and not of the sum over all
 * @param metaGradient whether it counts that an LMS read-out learned from earlier states; without LMS there is nothing to count
 */
public record Credit(ColumnarRule rule, boolean lastLossOnly, boolean metaGradient) {

    /** The gradient of the sum of all losses, the meta-gradient counted. */
    public static Credit of(ColumnarRule rule) {
        return new Credit(rule, false, true);
    }

    /** The same for the loss of the last time step only. */
    public Credit lastLoss() {
        return new Credit(rule, true, metaGradient);
    }

    /** The same with the read-out's weights as constants at every time step. */
    public Credit withoutMetaGradient() {
        return new Credit(rule, lastLossOnly, false);
    }
}
