package columna.sim.cores.columnar;

/** What a weight makes of the prediction's error delta and its eligibility z, on the chip (Javed et al. 2023, algorithm 1). */
public sealed interface WeightStep {

    /** {@code theta += rate delta z}: the product of rate and delta is formed once for all weights. */
    record Gradient() implements WeightStep {}

    /**
     * RMSprop whose average decays by a power of two: {@code q = delta z; v += 2^-shift (q^2 - v); theta += rate q / sqrt(v)}. The table of the
     * reciprocal square root gives its largest value where v is 0, in the place of an epsilon.
     *
     * @param shift 1 to 15; 13 is a decay of 0.99988
     */
    record RmsProp(int shift) implements WeightStep {}
}
