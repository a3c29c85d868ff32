package columna.experiments.run;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.priced.PricedChip;
import columna.experiments.priced.StepClock;
import columna.experiments.priced.Technologies;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.technology.Technology;
import columna.reference.learning.LearningRule;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Precision;
import columna.reference.training.Trainer;
import columna.reference.training.TrainingOptions;
import columna.sim.function.FunctionalChip;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fast an experiment simulates: chip (function, timing, counts, energy) and reference in turns, on one thread,
 * in that thread's processor time, so that a busy machine disturbs the ratio little.
 */
public final class Benchmark {

    /**
     * Medians over rounds.
     *
     * @param chip sequences per second of processor time, learning on the chip with timing and accounting on
     * @param reference sequences per second of processor time, learning in the reference
     * @param cyclesPerSecond chip cycles simulated per second of processor time
     * @param slowestRound the chip's slowest round, in sequences per second
     * @param fastestRound the chip's fastest round
     */
    public record Rates(double chip, Map<Learning, Double> reference, double cyclesPerSecond, double slowestRound, double fastestRound) {}

    /** How the reference learns beside the chip. */
    public enum Learning {
        /** The chip's rule in double precision. */
        RULE_DOUBLE,
        /** The chip's rule in single precision. */
        RULE_FLOAT,
        /** Back-propagation through time in single precision. */
        BPTT_FLOAT
    }

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
        this.learner = new ChipLearner(spec, chip, kind -> clock.step(kind, chip.sentErrors()));
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
        double[] cycles = new double[rounds];
        Map<Learning, double[]> reference = new EnumMap<>(Learning.class);
        Map<Learning, Trainer> trainers = new EnumMap<>(Learning.class);
        for (Learning learning : Learning.values()) {
            reference.put(learning, new double[rounds]);
            trainers.put(learning, trainer(learning));
        }
        for (int round = -2; round < rounds; round++) {
            List<List<Sequence>> data = data(batches);
            int counted = Math.max(round, 0);
            long before = clock.cycles();
            double seconds = seconds(() -> data.forEach(part -> part.forEach(learner::learn)));
            seconds += seconds(() -> priced.energy(clock.counts(), clock.cycles()));
            chip[counted] = batches * batch / seconds;
            cycles[counted] = (clock.cycles() - before) / seconds;
            trainers.forEach((learning, trainer) ->
                    reference.get(learning)[counted] = batches * batch / seconds(() -> data.forEach(trainer::step)));
        }
        trainers.values().forEach(Trainer::close);
        Arrays.sort(chip);
        Map<Learning, Double> medians = new EnumMap<>(Learning.class);
        reference.forEach((learning, rates) -> medians.put(learning, median(rates)));
        return new Rates(median(chip), medians, median(cycles), chip[0], chip[rounds - 1]);
    }

    private Trainer trainer(Learning learning) {
        LearningRule rule = learning == Learning.BPTT_FLOAT ? LearningRule.BPTT : ReferenceNetwork.rule(spec);
        Precision precision = learning == Learning.RULE_DOUBLE ? Precision.DOUBLE : Precision.FLOAT;
        return Trainer.onCallingThread(ReferenceNetwork.of(spec), parameters.copy(), rule, new LearningRates(spec).ofReference(),
                new TrainingOptions(precision, 0, 0, Set.of()));
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
