package columna.experiments.profile.proposal;

import columna.fixedpoint.Quantization;

/**
 * The noise of rounding a value once, by the usual model: the bits that are lost are uniform and independent of the value. Its power is a
 * multiple of the square of the resolution that depends on the mode, and falls by 6.02 dB with each fraction bit.
 */
public final class RoundingNoise {

    private RoundingNoise() {}

    /**
     * Mean square error in units of the resolution squared: 1/12 to nearest; 1/3 for truncation, whose error has a mean of half a step; 1/6 for
     * stochastic rounding, whose error has the variance f(1-f) at the fraction f.
     */
    public static double inSquaredSteps(Quantization mode) {
        return switch (mode) {
            case RND, RND_ZERO, RND_INF, RND_MIN_INF, RND_CONV, RND_CONV_ODD -> 1.0 / 12;
            case TRN, TRN_ZERO -> 1.0 / 3;
            case STOCHASTIC -> 1.0 / 6;
        };
    }

    /** Power of the error of a word with so many fraction bits. */
    public static double power(Quantization mode, int fractionBits) {
        return inSquaredSteps(mode) * Math.scalb(1.0, -2 * fractionBits);
    }

    /**
     * The fewest fraction bits with which a signal keeps a signal-to-noise ratio.
     *
     * @param signalPower mean square of the signal, above 0
     */
    public static int fractionBits(Quantization mode, double signalPower, double decibels) {
        double allowed = signalPower * Math.pow(10, -decibels / 10);
        int bits = (int) Math.ceil(0.5 * Math.log(inSquaredSteps(mode) / allowed) / Math.log(2));
        // The logarithm may miss a power of two by a rounding.
        while (power(mode, bits - 1) <= allowed) {
            bits--;
        }
        while (power(mode, bits) > allowed) {
            bits++;
        }
        return bits;
    }
}
