package columna.reference.constructive;

/**
 * How a feature {@code v} is normalised by its running mean and variance, {@code (v - mu) / scale}; beta is the decay, eps the floor.
 *
 * <pre>
 *   WELFORD_FLOOR    mu = beta mu' + (1-beta) v;  var = beta var' + (1-beta)(mu - v)(mu' - v);          scale = max(eps, sqrt(var))
 *   VARIANCE_FLOOR   mu = beta mu' + (1-beta) v;  var = max(eps, beta var' + (1-beta)(mu - v)^2);       scale = sqrt(var)
 *   NONE             mu = 0;  var = 1;  scale = 1
 * </pre>
 *
 * The mean starts at 0 and the variance at 1.
 *
 * @param kind which of the three
 * @param decay beta, from 0 to 1; at 1 the statistics stay at their start
 * @param floor eps, above 0: of the standard deviation (WELFORD_FLOOR) or of the variance (VARIANCE_FLOOR)
 */
public record Normalisation(Kind kind, double decay, double floor) {

    /** The equations of the statistics. */
    public enum Kind { WELFORD_FLOOR, VARIANCE_FLOOR, NONE }

    /** Features as they are. */
    public static final Normalisation NONE = new Normalisation(Kind.NONE, 1, 1);

    public Normalisation {
        if (!(decay >= 0 && decay <= 1 && floor > 0)) {
            throw new IllegalArgumentException("normalisation: decay " + decay + " and floor " + floor
                    + "; allowed are a decay from 0 to 1 and a floor above 0");
        }
    }
}
