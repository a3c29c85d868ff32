package columna.experiments.profile.proposal;

import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.SignalObservation;
import columna.fixedpoint.Format;
import java.util.Optional;

/**
 * What formats a signal can be given.
 *
 * @param observation what was seen of it
 * @param seen its values over the whole of training, and those of signals that must have the same format
 * @param model what its own rounding does to it; empty if nothing but zeros was seen, so that there is nothing to propose from
 * @param rule how integer bits follow from the range
 */
record SignalPlan(SignalObservation observation, Histogram seen, Optional<NoiseModel> model, RangeRule rule) {

    Format current() {
        return observation.memory().format();
    }

    /** The format for a signal-to-noise ratio; the present one of a signal that is always zero. */
    Format at(double decibels) {
        return model.map(noise -> at(noise, decibels)).orElseGet(this::current);
    }

    private Format at(NoiseModel noise, double decibels) {
        int integerBits = rule.of(observation, seen, noise.allowed(decibels));
        int fractionBits = Math.min(noise.fractionBits(current().quantization(), decibels), seen.exactFractionBits());
        return ChipFormats.resized(current(), integerBits, fractionBits);
    }

    /** Power of the rounding's noise over the signal's; 0 where every value seen is exact. */
    double relativeNoise(Format format) {
        return format.fractionBits() >= seen.exactFractionBits()
                ? 0
                : model.map(noise -> noise.relativeNoise(format.quantization(), format.fractionBits())).orElse(0.0);
    }

    /** 10 log10 of signal over noise in dB; infinite where every value seen is exact, NaN without magnitudes. */
    double decibels(Format format) {
        return model.isEmpty() ? Double.NaN : -10 * Math.log10(relativeNoise(format));
    }
}
