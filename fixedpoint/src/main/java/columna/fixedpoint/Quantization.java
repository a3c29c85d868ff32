package columna.fixedpoint;

/**
 * What happens to the bits below the last place of the destination. Let {@code x} be the exact value in units of the
 * destination's last place, {@code f = floor(x)} and {@code r = x - f}; {@code r = 0} gives {@code f} in every mode.
 * Source: IEEE 1666 section 7 ({@code sc_q_mode}); RND_CONV_ODD: HLSLibs {@code ac_fixed}.
 */
public enum Quantization {
    /** Truncate toward minus infinity: {@code f}. */
    TRN,
    /** Truncate toward zero. */
    TRN_ZERO,
    /** Nearest, ties toward plus infinity. */
    RND,
    /** Nearest, ties toward zero. */
    RND_ZERO,
    /** Nearest, ties away from zero. */
    RND_INF,
    /** Nearest, ties toward minus infinity. */
    RND_MIN_INF,
    /** Nearest, ties to the even raw word (convergent rounding). */
    RND_CONV,
    /** Nearest, ties to the odd raw word. */
    RND_CONV_ODD,
    /**
     * Up with probability {@code r}: a random word of {@code R} bits is added below the last place, then truncated
     * toward minus infinity. Exactly unbiased when no more bits are discarded than random bits are drawn.
     */
    STOCHASTIC;

    /** Whether rounding {@code x + k} gives {@code k} plus the rounding of {@code x} for every whole {@code k}. */
    public boolean commutesWithAddition() {
        return this == TRN || this == RND || this == RND_MIN_INF || this == STOCHASTIC;
    }

    /**
     * The decision of the modes without randomness, for {@code r > 0}: true gives {@code f + 1}, false {@code f}.
     *
     * @param negative whether {@code x < 0}
     * @param comparedToHalf sign of {@code r - 1/2}
     * @param oddFloor whether {@code f} is odd
     */
    boolean roundsUp(boolean negative, int comparedToHalf, boolean oddFloor) {
        boolean tie = comparedToHalf == 0;
        return switch (this) {
            case TRN -> false;
            case TRN_ZERO -> negative;
            case RND -> comparedToHalf >= 0;
            case RND_ZERO -> comparedToHalf > 0 || tie && negative;
            case RND_INF -> comparedToHalf > 0 || tie && !negative;
            case RND_MIN_INF -> comparedToHalf > 0;
            case RND_CONV -> comparedToHalf > 0 || tie && oddFloor;
            case RND_CONV_ODD -> comparedToHalf > 0 || tie && !oddFloor;
            case STOCHASTIC -> throw new IllegalStateException("STOCHASTIC is decided by its random word.");
        };
    }
}
