package columna.experiments.chip;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.SmallExperiments;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.experiments.spec.NetworkSpec.Cell;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.learning.LearningRule;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import columna.sim.function.FunctionalChip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every learning rule with every optimiser at every moment of update, on a chip with wide formats, beside the reference. */
class OptimisersTest {

    private static final double RATE = 0x1p-6;
    /** Adam moves every parameter by about its rate, those too whose gradient is noise; small steps keep that from the others. */
    private static final double ADAM_RATE = 0x1p-9;
    private static final double PARAMETER_PLACE = 0x1p-20;
    /** Updates of a test: three, or one at each of the three targets of two sequences. */
    private static final int BATCHES = 3;

    static Stream<Arguments> designs() {
        List<Arguments> designs = new ArrayList<>();
        for (LearningSpec.Rule rule : LearningSpec.Rule.values()) {
            for (String optimiser : List.of("sgd", "momentum", "adam")) {
                for (int sequencesPerUpdate : new int[] {1, 4, 0}) {
                    designs.add(Arguments.of(Cell.COMPLEX, rule, optimiser, sequencesPerUpdate));
                }
            }
        }
        for (Cell cell : List.of(Cell.REAL, Cell.DENSE)) {
            for (LearningSpec.Rule rule : LearningSpec.Rule.values()) {
                designs.add(Arguments.of(cell, rule, "momentum", 1));
                designs.add(Arguments.of(cell, rule, "sgd", 0));
            }
            designs.add(Arguments.of(cell, LearningSpec.Rule.ONLINE, "adam", 1));
        }
        return designs.stream();
    }

    /** An experiment with wide formats for the optimiser's state, too; 0 sequences per update is an update at each target. */
    private static ExperimentSpec spec(Cell cell, LearningSpec.Rule rule, String optimiser, int sequencesPerUpdate) {
        List<String> settings = new ArrayList<>(List.of(
                "learning.rule=" + rule.word(),
                "learning.optimiser.name=" + optimiser,
                "learning.optimiser.rate=" + (optimiser.equals("adam") ? ADAM_RATE : RATE),
                sequencesPerUpdate == 0 ? "learning.update.every=time-step" : "learning.update.count=" + sequencesPerUpdate));
        List<String> groups = List.of("lru", "rnn", "mix", "norm", "glu", "encoder", "decoder");
        if (optimiser.equals("momentum")) {
            settings.add("learning.optimiser.momentum=1-2^-2");
            groups.forEach(group -> settings.add("formats." + group + ".momentum=fixed<30,11,RND,SAT>"));
        }
        if (optimiser.equals("adam")) {
            settings.addAll(List.of("learning.optimiser.beta1=1-2^-2", "learning.optimiser.beta2=1-2^-3"));
            groups.forEach(group -> settings.add("formats." + group + ".moment1=fixed<30,11,RND,SAT>"));
            groups.forEach(group -> settings.add("formats." + group + ".moment2=fixed<32,8,RND,SAT>"));
        }
        return SmallExperiments.smallAndWide(cell, settings.toArray(String[]::new));
    }

    /**
     * Gradient descent and momentum add up rounded words: each update rounds a parameter once (half a place) and adds the
     * rate times the gradient's error, which in words of 19 fraction bits and at these rates is below the same; two places
     * an update are allowed. Adam divides by the root of the second moment, so the error is relative to the step: a second
     * moment g^2/8 in words of 24 fraction bits is off by 2^-25 / (g^2/8), its root by half of that, which for |g| of at
     * least 2^-6 is 2^-11; tables (4096 entries) and the reciprocal's 19 fraction bits add less; moments move with what
     * earlier updates did wrong. 2^-7 of all steps are allowed. Smaller gradients can be lost in the second moment's last
     * place, by design, and are not compared; 19 of 20 may be so where every target updates.
     */
    @ParameterizedTest
    @MethodSource("designs")
    void parametersFollowTheReference(Cell cell, LearningSpec.Rule rule, String optimiser, int sequencesPerUpdate) {
        ExperimentSpec spec = spec(cell, rule, optimiser, sequencesPerUpdate);
        boolean adam = optimiser.equals("adam");
        List<List<Sequence>> batches = batches(spec, sequencesPerUpdate);
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        ChipParameters access = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        Parameters reference = ReferenceNetwork.initial(spec);
        access.load(reference);
        access.read("", reference);
        Parameters initial = reference.copy();
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {});
        LearningRule exactRule = ReferenceNetwork.rule(spec);
        Parameters least = reference.zeros();
        try (Trainer trainer = new Trainer(
                ReferenceNetwork.of(spec), reference, exactRule, new LearningRates(spec).ofReference(), 1)) {
            least.add(1, leastGradients(trainer, batches, sequencesPerUpdate, LearningRates.gradientFactor(spec)));
            batches.forEach(batch -> batch.forEach(learner::learn));
            batches.forEach(batch -> {
                if (sequencesPerUpdate == 0) {
                    batch.forEach(trainer::stepByStep);
                } else {
                    trainer.step(batch);
                }
            });
        }
        Parameters learned = reference.copy();
        access.read("", learned);
        long updates = learner.updates();
        assertThat(updates).isEqualTo(sequencesPerUpdate == 0 ? 2L * 3 : BATCHES);
        double tolerance = updates * (2 * PARAMETER_PLACE + (adam ? ADAM_RATE * 0x1p-7 : 0));
        long compared = 0;
        long all = 0;
        double change = 0;
        for (ParameterShape shape : learned.shapes()) {
            double[][] actual = learned.matrix(shape.name());
            double[][] wanted = reference.matrix(shape.name());
            for (int row = 0; row < actual.length; row++) {
                for (int column = 0; column < actual[row].length; column++) {
                    all++;
                    if (adam && least.matrix(shape.name())[row][column] < 0x1p-6) {
                        continue;
                    }
                    compared++;
                    assertThat(Math.abs(actual[row][column] - wanted[row][column]))
                            .as("%s[%d][%d], reference %s", shape.name(), row, column, wanted[row][column])
                            .isLessThanOrEqualTo(tolerance);
                    change = Math.max(change, Math.abs(wanted[row][column] - initial.matrix(shape.name())[row][column]));
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(adam ? all / 20 : all);
        assertThat(change).as("parameters move much further than the tolerance").isGreaterThan(30 * tolerance);
    }

    private static List<List<Sequence>> batches(ExperimentSpec spec, int sequencesPerUpdate) {
        int size = Math.max(1, sequencesPerUpdate);
        int count = sequencesPerUpdate == 0 ? 2 : BATCHES;
        List<Sequence> sequences = new TaskData(spec).training().limit((long) size * count).toList();
        List<List<Sequence>> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(sequences.subList(i * size, (i + 1) * size));
        }
        return batches;
    }

    /** The least magnitude over updates of every gradient, at the chip's scale, at the initial parameters. */
    private static Parameters leastGradients(
            Trainer trainer, List<List<Sequence>> batches, int sequencesPerUpdate, double factor) {
        List<Parameters> gradients = new ArrayList<>();
        for (List<Sequence> batch : batches) {
            for (List<Sequence> one : sequencesPerUpdate == 0 ? targets(batch.getFirst()) : List.of(batch)) {
                Parameters gradient = trainer.gradient(one).mean().copy();
                gradient.scale(factor * one.size() / (sequencesPerUpdate == 0 ? 3 : 1));
                gradients.add(gradient);
            }
        }
        Parameters least = gradients.getFirst().copy();
        for (ParameterShape shape : least.shapes()) {
            double[][] values = least.matrix(shape.name());
            for (int row = 0; row < values.length; row++) {
                for (int column = 0; column < values[row].length; column++) {
                    int r = row;
                    int c = column;
                    values[row][column] = gradients.stream()
                            .mapToDouble(g -> Math.abs(g.matrix(shape.name())[r][c]))
                            .min()
                            .orElseThrow();
                }
            }
        }
        return least;
    }

    /** The sequence once for each of its targets, the others masked out. */
    private static List<List<Sequence>> targets(Sequence sequence) {
        List<List<Sequence>> targets = new ArrayList<>();
        for (int t = 0; t < sequence.steps(); t++) {
            if (sequence.mask()[t] != 0) {
                double[] mask = new double[sequence.steps()];
                mask[t] = 1;
                targets.add(List.of(new Sequence(sequence.inputs(), sequence.targets(), mask)));
            }
        }
        return targets;
    }
}
