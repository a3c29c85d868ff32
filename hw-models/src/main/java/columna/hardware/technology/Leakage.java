package columna.hardware.technology;

/**
 * The leakage power of one block at the technology's temperature, idle or not.
 *
 * @param low plausible smallest value
 * @param nominal best estimate
 * @param high plausible largest value
 * @param evidence the worst evidence of all numbers that entered
 * @param source where those numbers come from, in words
 */
public record Leakage(Microwatts low, Microwatts nominal, Microwatts high, Evidence evidence, String source) {
    static Leakage of(Estimate estimate) {
        var band = estimate.band();
        return new Leakage(new Microwatts(band.low()), new Microwatts(band.nominal()), new Microwatts(band.high()),
                estimate.evidence(), estimate.source());
    }
}
