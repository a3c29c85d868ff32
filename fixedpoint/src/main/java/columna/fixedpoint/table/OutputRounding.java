package columna.fixedpoint.table;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;

/**
 * The output register's cast with its constants at hand. Where the mode adds a constant (TRN, RND) and clamps, a result takes
 * a few operations instead of a general cast; the bits are the cast's.
 */
final class OutputRounding {

    private final Cast cast;
    private final boolean direct;
    private final boolean toNearest;
    private final int targetFractionBits;
    private final long low;
    private final long high;

    OutputRounding(Cast cast) {
        Quantization quantization = cast.target().quantization();
        Overflow overflow = cast.target().overflow();
        this.cast = cast;
        this.toNearest = quantization == Quantization.RND;
        this.direct = (toNearest || quantization == Quantization.TRN)
                && (overflow == Overflow.SAT || overflow == Overflow.SAT_SYM);
        this.targetFractionBits = cast.target().fractionBits();
        this.low = cast.target().lowestAllowedRaw();
        this.high = cast.target().maximumRaw();
    }

    /** The raw word of {@code exact * 2^-fractionBits}. */
    int apply(long exact, int fractionBits) {
        int shift = fractionBits - targetFractionBits;
        if (!direct || shift <= 0 || shift > 62) {
            return (int) cast.apply(exact, fractionBits, 0);
        }
        long carry = toNearest ? exact >> shift - 1 & 1 : 0;
        return (int) Math.max(low, Math.min(high, (exact >> shift) + carry));
    }
}
