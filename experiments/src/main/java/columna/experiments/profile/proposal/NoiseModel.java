package columna.experiments.profile.proposal;

import columna.fixedpoint.Quantization;

/**
 * What a signal's own rounding does to it.
 *
 * @param power the power of the signal that the noise is held against, above 0
 * @param gain how many times the power of a single rounding the noise grows to in the signal itself, at least 1
 */
record NoiseModel(double power, double gain) {

    /** Noise power over signal power with so many fraction bits. */
    double relativeNoise(Quantization mode, int fractionBits) {
        return gain * RoundingNoise.power(mode, fractionBits) / power;
    }

    /** The fewest fraction bits that keep a signal-to-noise ratio. */
    int fractionBits(Quantization mode, double decibels) {
        return RoundingNoise.fractionBits(mode, power / gain, decibels);
    }

    /** The noise power that a signal-to-noise ratio allows. */
    double allowed(double decibels) {
        return power * Math.pow(10, -decibels / 10);
    }
}
