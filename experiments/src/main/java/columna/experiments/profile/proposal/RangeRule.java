package columna.experiments.profile.proposal;

import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.SignalObservation;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.sim.program.Purpose;

/**
 * How integer bits follow from what was seen.
 *
 * @param margin the range seen is multiplied by this, at least 1, since training was sampled
 * @param saturatingShare the largest share of words that may lie beyond the format, where it saturates: heavy tails cost
 *     integer bits that few words use
 */
public record RangeRule(double margin, double saturatingShare) {

    /** A quarter more than was seen; one word in ten thousand may saturate. */
    public static final RangeRule DEFAULT = new RangeRule(1.25, 1e-4);

    /** What is cut off may add at most this part of the noise that is allowed. */
    private static final double CLIPPED_PART = 0.1;

    /**
     * The integer bits of a signal that has magnitudes.
     *
     * @param seen its values, and those of signals that must have the same format
     * @param allowedNoise power of the noise that the signal may have
     */
    int of(SignalObservation signal, Histogram seen, double allowedNoise) {
        Format format = signal.memory().format();
        int bits = bits(seen, format, allowedNoise);
        if (signal.memory().purpose() != Purpose.GRADIENT || !signal.steps().hasMagnitudes()) {
            return bits;
        }
        // 1/sqrt(v) has no bound; the file's own limit stands for the small number that Adam adds to sqrt(v), and is kept.
        return Math.max(bits, Math.min(bits(signal.steps(), format, Double.POSITIVE_INFINITY), format.integerBits()));
    }

    private int bits(Histogram seen, Format format, double allowedNoise) {
        int range = IntegerBits.of(format.signed() ? Math.min(0, margin * seen.minimum()) : 0, Math.max(0, margin * seen.maximum()), format.signed());
        if (!saturates(format.overflow())) {
            return range;
        }
        int bits = range;
        int sign = format.signed() ? 1 : 0;
        while (bits > IntegerBits.FEWEST && bits > seen.firstOctave()
                && seen.shareFrom(bits - 1 - sign) <= saturatingShare
                && seen.clippedPower(bits - 1 - sign) <= CLIPPED_PART * allowedNoise) {
            bits--;
        }
        return bits;
    }

    private static boolean saturates(Overflow overflow) {
        return overflow == Overflow.SAT || overflow == Overflow.SAT_SYM;
    }
}
