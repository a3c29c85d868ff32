package columna.experiments.rtl;

import columna.experiments.rtl.Stimulus.TimeStep;
import columna.sim.chip.Chip;
import columna.sim.function.FunctionalChip;
import columna.sim.timing.TimingEngine;
import java.nio.file.Path;
import java.util.List;

/**
 * The same chip through the same time steps, in the RTL simulator without its log and in the simulator with bits and cycles. Wall-clock
 * seconds of one run after the other; the RTL simulator's translation is not counted.
 *
 * @param cycles cycles of all time steps
 * @param rtlSeconds seconds of the RTL simulator
 * @param simulatorSeconds seconds of the simulator
 */
public record RtlSpeed(long cycles, double rtlSeconds, double simulatorSeconds) {

    private static final double NANOSECONDS = 1e-9;
    private static final int WARM_UP_RUNS = 3;
    private static final double LEAST_SECONDS = 0.5;

    /** How many times as fast the simulator is. */
    public double ratio() {
        return rtlSeconds / simulatorSeconds;
    }

    /** Measures in a folder in which the RTL simulator has been run before. */
    public static RtlSpeed measure(Chip chip, Stimulus stimulus, Path folder, RtlSimulator simulator) {
        long before = System.nanoTime();
        simulator.run(folder, List.of("+quiet"), line -> true);
        double rtl = (System.nanoTime() - before) * NANOSECONDS;
        long cycles = 0;
        for (int run = 0; run < WARM_UP_RUNS; run++) {
            cycles = simulate(chip, stimulus, stimulus.prepared().get());
        }
        int runs = 0;
        long spent = 0;
        while (spent * NANOSECONDS < LEAST_SECONDS) {
            FunctionalChip functional = stimulus.prepared().get();
            long start = System.nanoTime();
            simulate(chip, stimulus, functional);
            spent += System.nanoTime() - start;
            runs++;
        }
        return new RtlSpeed(cycles, rtl, spent * NANOSECONDS / runs);
    }

    private static long simulate(Chip chip, Stimulus stimulus, FunctionalChip functional) {
        TimingEngine timing = new TimingEngine(chip, true);
        long cycles = 0;
        for (TimeStep step : stimulus.steps()) {
            step.words().forEach(functional::send);
            functional.step(step.kind());
            cycles += timing.step(step.kind()).cycles();
        }
        return cycles;
    }
}
