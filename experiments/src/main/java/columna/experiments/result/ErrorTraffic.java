package columna.experiments.result;

import columna.experiments.cost.EnergyLedger;
import java.util.OptionalDouble;

/**
 * What went over the channels of errors while learning, beside what the same steps take on the same chip without a threshold.
 *
 * @param threshold magnitude below which an element is not sent, if the chip has one
 * @param elements elements that cores had to send
 * @param skippedElements those that were too small
 * @param beats beats of errors and of the flags that say which packets follow
 * @param beatsOfAll beats if all errors are sent, without flags
 * @param cyclesOfAll cycles of learning then
 * @param energyOfAll the bill of learning then
 */
public record ErrorTraffic(
        OptionalDouble threshold,
        long elements,
        long skippedElements,
        long beats,
        long beatsOfAll,
        long cyclesOfAll,
        EnergyLedger energyOfAll) {}
