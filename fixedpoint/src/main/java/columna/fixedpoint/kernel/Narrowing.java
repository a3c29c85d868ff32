package columna.fixedpoint.kernel;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.StochasticVariant;
import java.math.BigInteger;

/**
 * The one rounding of a sum of products, compiled once: from an accumulator with {@code sourceFractionBits} bits below the
 * binary point into the destination of the cast. A random word is the unsigned number in the low {@code randomBits()} bits.
 *
 * @param sourceFractionBits fraction bits of the accumulator
 * @param cast destination, random bits and form of stochastic rounding
 */
public record Narrowing(int sourceFractionBits, Cast cast) {

    /**
     * @throws IllegalArgumentException if the destination is STOCHASTIC and {@code randomBits} is not 1 to 64
     */
    public static Narrowing of(int sourceFractionBits, Format destination, int randomBits) {
        return new Narrowing(sourceFractionBits, Cast.to(destination, randomBits));
    }

    /** Format and modes of the result. */
    public Format destination() {
        return cast.target();
    }

    /** Discarded bits; negative means an exact shift to the left. */
    public int shift() {
        return sourceFractionBits - destination().fractionBits();
    }

    /** Rounding of the destination. */
    public Quantization quantization() {
        return destination().quantization();
    }

    /** Overflow of the destination. */
    public Overflow overflow() {
        return destination().overflow();
    }

    /** SystemC's {@code n_bits}. */
    public int saturatedBits() {
        return destination().saturatedBits();
    }

    /** Bits of a random word. */
    public int randomBits() {
        return cast.randomBits();
    }

    /** Lowest raw result. */
    public long low() {
        return destination().lowestAllowedRaw();
    }

    /** Highest raw result; -1 for 64 unsigned bits. */
    public long high() {
        return destination().maximumRaw();
    }

    /** Whether narrowing {@code k * 2^shift + acc} quantises to {@code k} plus the quantised {@code acc}: TRN, RND, RND_MIN_INF, STOCHASTIC. */
    public boolean commutesWithAddition() {
        return quantization().commutesWithAddition();
    }

    /** {@code overflow(quantise(exact * 2^-shift))}, bit for bit the cast's. */
    public long apply(long exact, long random) {
        return cast.apply(exact, sourceFractionBits, random);
    }

    /** The flags that {@link #apply} raises: a sum of {@link Cast#QUANTIZED} and {@link Cast#OVERFLOWED}. */
    public int flags(long exact, long random) {
        return cast.flags(exact, sourceFractionBits, random);
    }

    /** {@code overflow(quantise(old + exact * 2^-shift))}: narrows the whole sum, exact for any operands. */
    public long applyToSum(long old, long exact, long random) {
        int shift = shift();
        if (shift >= 0 && shift < 32 && (int) old == old && (int) exact == exact) {
            return apply((old << shift) + exact, random);
        }
        int left = Math.max(shift, 0);
        int right = Math.max(-shift, 0);
        BigInteger sum = BigInteger.valueOf(old).shiftLeft(left).add(BigInteger.valueOf(exact).shiftLeft(right));
        return cast.apply(sum, sourceFractionBits + right, random);
    }

    /** Whether clamping to {@code [low, high]} is the whole overflow handling. */
    boolean clamps() {
        return overflow() == Overflow.SAT || overflow() == Overflow.SAT_SYM;
    }

    /** Whether the loops for {@code int} rows apply: a clamp, a shift of 0 to 31 bits, and random words below 2^31. */
    boolean hasIntLoop() {
        boolean randomFits = quantization() != Quantization.STOCHASTIC || randomBits() <= 31 && isCarryForm();
        return clamps() && shift() >= 0 && shift() < 32 && randomFits;
    }

    /** Whether the loops for {@code long} rows apply. */
    boolean hasLongLoop() {
        boolean randomFits = quantization() != Quantization.STOCHASTIC || randomBits() <= 32 && isCarryForm();
        return clamps() && shift() >= 0 && shift() < 63 && randomFits;
    }

    /** Whether the fused complex kernels apply: TRN or RND with a clamp, and a shift of 0 to 31 bits. */
    public boolean hasFusedKernels() {
        boolean addsConstant = quantization() == Quantization.TRN || quantization() == Quantization.RND;
        return clamps() && addsConstant && shift() >= 0 && shift() < 32;
    }

    /** Whether the fused complex kernels with random words apply: STOCHASTIC, a clamp, a shift and words of up to 31 bits. */
    public boolean hasStochasticFusedKernels() {
        return quantization() == Quantization.STOCHASTIC && hasIntLoop();
    }

    void requireStochasticFused() {
        requireIntRow();
        if (!hasStochasticFusedKernels()) {
            throw new IllegalArgumentException("The destination of a stochastic fused kernel is " + destination()
                    + " after a shift of " + shift() + " with " + randomBits()
                    + " random bits; allowed: STOCHASTIC with SAT or SAT_SYM, shifts of 0 to 31 and up to 31 random bits.");
        }
    }

    /** What is added before truncation in the fused kernels: half a unit of the last place for RND, 0 for TRN. */
    int half() {
        return quantization() == Quantization.RND && shift() > 0 ? 1 << shift() - 1 : 0;
    }

    void requireFused() {
        requireIntRow();
        if (!hasFusedKernels()) {
            throw new IllegalArgumentException("The destination of a fused kernel is " + destination() + " after a shift of "
                    + shift() + "; allowed: TRN or RND with SAT or SAT_SYM, and shifts of 0 to 31.");
        }
    }

    private boolean isCarryForm() {
        return cast.variant() == StochasticVariant.A;
    }

    /** Refuses a destination whose raw words are no {@code int}. */
    void requireIntRow() {
        Format format = destination();
        int most = format.signed() ? 32 : 31;
        if (format.width() > most) {
            throw new IllegalArgumentException("The destination of a row of 32-bit words is " + format
                    + "; allowed: up to 32 signed or 31 unsigned bits.");
        }
    }

    /** Refuses a rounding for which adding afterwards is not the same as rounding the whole sum. */
    void requireCommuting() {
        if (!commutesWithAddition()) {
            throw new IllegalArgumentException("The destination of a narrowing addition is " + destination()
                    + "; allowed quantisations: TRN, RND, RND_MIN_INF, STOCHASTIC.");
        }
    }
}
