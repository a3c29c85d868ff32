package columna.experiments.run;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.technology.Technology;
import columna.reference.learning.LearningRule;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import columna.sim.function.FunctionalChip;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * How fast an experiment simulates: chip (function, timing, counts, energy) and float reference in turns, on one thread,
 * in that thread's processor time, so that a busy machine disturbs the ratio little.
 */
public final class Benchmark {

    /**
     * Medians over rounds.
     *
     * @param chip sequences per second of processor time, learning on the chip with timing and accounting on
     * @param reference the same of the float reference, learning by the same rule
     * @param cyclesPerSecond chip cycles simulated per second of processor time
     * @param slowestRound the chip's slowest round, in sequences per second
     * @param fastestRound the chip's fastest round
     */
    public record Rates(double chip, double reference, double cyclesPerSecond, double slowestRound, double fastestRound) {}

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOSECONDS = 1e-9;

    private final ExperimentSpec spec;
    private final PricedChip priced;
    private final StepClock clock;
    private final ChipLearner learner;
    private final Parameters parameters;
    private final Iterator<Sequence> sequences;
    private final int batch;

    private Benchmark(ExperimentSpec spec, Technology technology) {
        this.spec = spec;
        ChipDesign design = ChipDesign.of(spec);
        this.priced = PricedChip.of(spec, design, technology);
        this.clock = new StepClock(priced.engine(), spec.chip().rememberSteps());
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        this.parameters = ReferenceNetwork.initial(spec);
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(parameters);
        this.learner = new ChipLearner(spec, chip, clock::step);
        this.sequences = new TaskData(spec).training().iterator();
        this.batch = LearningRates.sequencesPerUpdate(spec.learning());
    }

    /**
     * Measures.
     *
     * @param rounds rounds that count, after two that warm up
     * @param sequencesPerRound sequences of a round, rounded up to whole updates
     */
    public static Rates measure(ExperimentSpec spec, int rounds, int sequencesPerRound) {
        return new Benchmark(spec, Technologies.of(spec)).measure(rounds, sequencesPerRound);
    }

    private Rates measure(int rounds, int sequencesPerRound) {
        int batches = Math.ceilDiv(sequencesPerRound, batch);
        double[] chip = new double[rounds];
        double[] reference = new double[rounds];
        double[] cycles = new double[rounds];
        LearningRule rule = ReferenceNetwork.rule(spec);
        try (Trainer trainer = Trainer.onCallingThread(
                ReferenceNetwork.of(spec), parameters, rule, new LearningRates(spec).ofReference())) {
            for (int round = -2; round < rounds; round++) {
                List<List<Sequence>> data = data(batches);
                long before = clock.cycles();
                double chipSeconds = seconds(() -> data.forEach(part -> part.forEach(learner::learn)));
                double billSeconds = seconds(() -> priced.energy(clock.counts(), clock.cycles()));
                double referenceSeconds = seconds(() -> data.forEach(trainer::step));
                if (round >= 0) {
                    double seconds = chipSeconds + billSeconds;
                    chip[round] = batches * batch / seconds;
                    cycles[round] = (clock.cycles() - before) / seconds;
                    reference[round] = batches * batch / referenceSeconds;
                }
            }
        }
        Arrays.sort(chip);
        return new Rates(median(chip), median(reference), median(cycles), chip[0], chip[rounds - 1]);
    }

    private List<List<Sequence>> data(int batches) {
        List<List<Sequence>> data = new ArrayList<>();
        for (int b = 0; b < batches; b++) {
            List<Sequence> part = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                part.add(sequences.next());
            }
            data.add(part);
        }
        return data;
    }

    private static double seconds(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) * NANOSECONDS;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
