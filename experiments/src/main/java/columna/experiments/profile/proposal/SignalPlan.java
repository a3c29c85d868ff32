package columna.experiments.profile.proposal;

import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.SignalObservation;
import columna.fixedpoint.Format;

/**
 * What formats a signal can be given.
 *
 * @param observation what was seen of it
 * @param seen its values over the whole of training, and those of signals that must have the same format
 * @param power their mean square
 * @param rule how integer bits follow from the range
 */
record SignalPlan(SignalObservation observation, Histogram seen, double power, RangeRule rule) {

    static SignalPlan of(SignalObservation observation, Histogram seen, RangeRule rule) {
        return new SignalPlan(observation, seen, seen.meanSquare(), rule);
    }

    Format current() {
        return observation.memory().format();
    }

    /** Whether nothing but zeros was seen: there is nothing to propose from. */
    boolean isSilent() {
        return !seen.hasMagnitudes();
    }

    /** The format for a signal-to-noise ratio. */
    Format at(double decibels) {
        if (isSilent()) {
            return current();
        }
        int integerBits = integerBits(decibels);
        int fractionBits = Math.min(RoundingNoise.fractionBits(current().quantization(), power, decibels), seen.exactFractionBits());
        return ChipFormats.resized(current(), integerBits, fractionBits);
    }

    private int integerBits(double decibels) {
        return rule.of(observation, seen, power * Math.pow(10, -decibels / 10));
    }

    /** Power of the rounding's noise over the signal's; 0 where every value seen is exact. */
    double relativeNoise(Format format) {
        return isSilent() || format.fractionBits() >= seen.exactFractionBits()
                ? 0
                : RoundingNoise.power(format.quantization(), format.fractionBits()) / power;
    }
}
