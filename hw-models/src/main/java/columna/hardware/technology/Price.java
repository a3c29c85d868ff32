package columna.hardware.technology;

/**
 * The energy of one action of one block.
 *
 * @param low plausible smallest value
 * @param nominal best estimate
 * @param high plausible largest value
 * @param evidence the worst evidence of all numbers that entered
 * @param source where those numbers come from, in words
 */
public record Price(Picojoules low, Picojoules nominal, Picojoules high, Evidence evidence, String source) {
    static Price of(Estimate estimate) {
        var band = estimate.band();
        return new Price(new Picojoules(band.low()), new Picojoules(band.nominal()), new Picojoules(band.high()),
                estimate.evidence(), estimate.source());
    }
}
