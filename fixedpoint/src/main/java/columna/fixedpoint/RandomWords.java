package columna.fixedpoint;

import java.math.BigInteger;

/**
 * The random words of an LFSR by number of use: word number {@code k} is the draw of r bits that a running register would
 * give as its draw number {@code k}, counted from 0. Stateless, so neither the order of uses nor threads change a bit.
 *
 * <p>The draws of r bits from a maximal register are evenly distributed over its period only if r shares no factor with
 * {@code 2^width - 1}; other r are refused.
 */
public abstract sealed class RandomWords permits TableRandomWords, JumpRandomWords {

    /** A doubled table up to this width takes at most half a megabyte. */
    private static final int TABLE_WIDTH = 16;

    private final Lfsr lfsr;
    private final int drawBits;

    RandomWords(Lfsr lfsr, int drawBits) {
        this.lfsr = lfsr;
        this.drawBits = drawBits;
    }

    /**
     * @param drawBits bits of a word, 1 to 32
     * @throws IllegalArgumentException if the draws would not be evenly distributed
     */
    public static RandomWords of(Lfsr lfsr, int drawBits) {
        requireUniform(lfsr, drawBits);
        return lfsr.width() <= TABLE_WIDTH ? new TableRandomWords(lfsr, drawBits) : new JumpRandomWords(lfsr, drawBits);
    }

    private static void requireUniform(Lfsr lfsr, int drawBits) {
        if (drawBits < 1 || drawBits > Math.min(32, lfsr.width())) {
            throw new IllegalArgumentException("A draw from an LFSR of width " + lfsr.width() + " has " + drawBits
                    + " bits; allowed: 1 to " + Math.min(32, lfsr.width()) + ".");
        }
        BigInteger period = new BigInteger(Long.toUnsignedString(lfsr.period()));
        BigInteger common = period.gcd(BigInteger.valueOf(drawBits));
        if (!common.equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("A draw of " + drawBits + " bits from an LFSR of width " + lfsr.width()
                    + " shares the factor " + common + " with its period " + period
                    + " and would be biased; allowed: numbers of bits that share no factor with the period.");
        }
        if (!lfsr.isMaximal()) {
            throw new IllegalArgumentException("The LFSR of width " + lfsr.width() + " and mask "
                    + Long.toHexString(lfsr.mask()) + " does not visit every state; allowed: maximal-length masks.");
        }
    }

    /** The register and its seed. */
    public final Lfsr lfsr() {
        return lfsr;
    }

    /** Bits of a word. */
    public final int drawBits() {
        return drawBits;
    }

    /**
     * {@code out[i] = word number firstUse + i * stride} for {@code i < n}; a word of 32 bits uses the sign bit.
     *
     * @param firstUse not negative
     * @param stride not negative
     */
    public final void fill(long firstUse, int stride, int[] out, int n) {
        if (firstUse < 0 || stride < 0) {
            throw new IllegalArgumentException("Random words were asked for from use " + firstUse + " with stride "
                    + stride + "; allowed: numbers that are not negative.");
        }
        fillChecked(firstUse, stride, out, n);
    }

    abstract void fillChecked(long firstUse, int stride, int[] out, int n);
}
