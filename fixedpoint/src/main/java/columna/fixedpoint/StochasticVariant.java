package columna.fixedpoint;

/**
 * How stochastic rounding shortens {@code d} discarded bits to {@code r < d} random bits (IEEE P3109 draft; Fitzgibbon and
 * Felix 2025). With {@code r >= d} the three are equal and exactly unbiased.
 */
public enum StochasticVariant {
    /** Add the random word, truncate: the hardware's form. Mean error {@code -(2^-r - 2^-d)/2} of the last place. */
    A,
    /** The discarded bits are rounded half up to r bits first. Mean error {@code +2^-(d+1)}. */
    B,
    /** The discarded bits are rounded to r bits, ties to even. Mean error 0. */
    C
}
