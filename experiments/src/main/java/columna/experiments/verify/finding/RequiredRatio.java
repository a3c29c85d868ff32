package columna.experiments.verify.finding;

import columna.experiments.result.RunResult;
import java.util.Optional;

/**
 * The signal-to-noise ratio that the signals of a chip should reach where the experiment names none. Rounding to a resolution q adds the
 * noise q/sqrt(12), so a signal whose root mean square lies h bits below the full scale of its W-bit word starts with
 * 20 log10(sqrt(12) 2^(W-1-h)) = 6.02 (W + 0.8 - h) dB. What it is computed from was rounded too; n roundings of equal noise cost
 * 10 log10(n) dB. Allowed are h = 8 bits of headroom, since ranges are made for rare peaks and errors shrink with learning, and
 * n = 2^13.6, some ten thousand roundings on the way through layers and time steps, that is 6.8 bits: 6.02 (W - 14) dB are left. W is
 * that of the narrowest compared word, since a wide signal inherits the noise of a narrow one.
 *
 * <p>No format excuses less than two bits, 12.04 dB: an error of a quarter of the signal.
 */
public final class RequiredRatio {

    private static final double DECIBELS_PER_BIT = 20 * Math.log10(2);
    private static final int HEADROOM_AND_ROUNDINGS_BITS = 14;
    private static final int LEAST_BITS = 2;

    private RequiredRatio() {}

    /** What words of so many bits should reach, in decibels. */
    public static double ofWidth(int bits) {
        return DECIBELS_PER_BIT * Math.max(LEAST_BITS, bits - HEADROOM_AND_ROUNDINGS_BITS);
    }

    /** What a signal of a run should reach, in decibels: its own tolerance, its group's, the default, or what follows from formats. */
    static double of(String signal, RunResult run) {
        Optional<Double> named = run.spec().verify().signalToNoise().of(signal);
        return named.orElseGet(() -> ofWidth(narrowest(run)));
    }

    /** Bits of the narrowest word that is compared with the reference; 32 if none is. */
    public static int narrowest(RunResult run) {
        return run.design().chip().signals().entrySet().stream()
                .filter(signal -> run.numerics().noise().containsKey(signal.getKey()))
                .mapToInt(signal -> signal.getValue().format().width())
                .min()
                .orElse(Integer.SIZE);
    }
}
