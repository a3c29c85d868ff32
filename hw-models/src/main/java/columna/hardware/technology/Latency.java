package columna.hardware.technology;

/**
 * The delay from a block's inputs to its output, at the technology's supply.
 *
 * @param low plausible smallest value
 * @param nominal best estimate
 * @param high plausible largest value
 * @param evidence the worst evidence of all numbers that entered
 * @param source where those numbers come from, in words
 */
public record Latency(Nanoseconds low, Nanoseconds nominal, Nanoseconds high, Evidence evidence, String source) {
    static Latency of(Estimate estimate) {
        var band = estimate.band();
        return new Latency(new Nanoseconds(band.low()), new Nanoseconds(band.nominal()), new Nanoseconds(band.high()),
                estimate.evidence(), estimate.source());
    }
}
