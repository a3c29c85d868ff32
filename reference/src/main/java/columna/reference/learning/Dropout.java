package columna.reference.learning;

/**
 * The dropout of one sequence (Zucchet et al. 2023, appendix): in each layer the outputs of gelu and of the gated linear unit are multiplied by
 * masks of their own, which are the same at all time steps; what is kept is scaled by {@code 1 / (1 - rate)}.
 *
 * @param rate the probability that a value is dropped, 0 to below 1
 * @param seed of the masks; the same seed drops the same values under every learning rule
 */
public record Dropout(double rate, long seed) {

    /** Nothing is dropped. */
    public static final Dropout NONE = new Dropout(0, 0);

    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("dropout: rate " + rate + "; allowed is from 0 to below 1");
        }
    }
}
