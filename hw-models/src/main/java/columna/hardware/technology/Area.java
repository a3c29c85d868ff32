package columna.hardware.technology;

/**
 * The placed area of one block, periphery included.
 *
 * @param low plausible smallest value
 * @param nominal best estimate
 * @param high plausible largest value
 * @param evidence the worst evidence of all numbers that entered
 * @param source where those numbers come from, in words
 */
public record Area(SquareMicrometres low, SquareMicrometres nominal, SquareMicrometres high, Evidence evidence, String source) {
    static Area of(Estimate estimate) {
        var band = estimate.band();
        return new Area(new SquareMicrometres(band.low()), new SquareMicrometres(band.nominal()), new SquareMicrometres(band.high()),
                estimate.evidence(), estimate.source());
    }
}
