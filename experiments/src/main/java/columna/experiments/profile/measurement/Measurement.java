package columna.experiments.profile.measurement;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.result.RunResult;
import columna.hardware.technology.Technology;
import columna.sim.accounting.RunActivity;
import java.util.Map;

/**
 * What one run of a chip gave.
 *
 * @param loss of the chip on test sequences after learning, nats per bit of the target
 * @param accuracy of the chip, 0 to 1
 * @param referenceLoss of the float reference
 * @param memoryBits bits of all signals
 * @param picojoules energy of learning, nominal
 * @param activity time steps of learning by kind
 * @param technology the prices
 * @param noise signal-to-noise by signal; empty if no sequence was observed
 * @param complete whether all sequences were learned
 */
public record Measurement(
        double loss,
        double accuracy,
        double referenceLoss,
        long memoryBits,
        double picojoules,
        RunActivity activity,
        Technology technology,
        Map<String, NoiseSum> noise,
        boolean complete) {

    /** Of a run that was stopped before it came to anything. */
    static Measurement stopped(Technology technology) {
        return new Measurement(Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, new RunActivity(), technology, Map.of(), false);
    }

    /** Of a simulated run. */
    static Measurement of(RunResult run) {
        return new Measurement(
                run.chipTest().loss(),
                run.chipTest().accuracy(),
                run.referenceTest().loss(),
                run.inventory().learningBits() + run.inventory().inferenceBits(),
                run.energy().total().nominal(),
                run.activity(),
                run.technology(),
                run.numerics().noise(),
                run.complete());
    }
}
