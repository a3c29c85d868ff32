package columna.experiments.cost;

/**
 * A number with its uncertainty, in the unit that the context names.
 *
 * @param low lower bound
 * @param nominal best estimate
 * @param high upper bound
 */
public record Band(double low, double nominal, double high) {

    /** Nothing. */
    public static final Band ZERO = new Band(0, 0, 0);

    /** Bounds add up: prices of one technology err in the same direction. */
    public Band plus(Band other) {
        return new Band(low + other.low, nominal + other.nominal, high + other.high);
    }

    /** So many times the same. */
    public Band times(double factor) {
        return new Band(low * factor, nominal * factor, high * factor);
    }
}
