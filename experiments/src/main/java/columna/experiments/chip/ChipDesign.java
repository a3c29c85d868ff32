package columna.experiments.chip;

import columna.experiments.spec.ChipSpec;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.experiments.spec.NetworkSpec;
import columna.experiments.spec.TaskSpec;
import columna.experiments.task.ListOpsStream;
import columna.experiments.yaml.BadInput;
import columna.sim.chip.Chip;
import columna.sim.chip.RandomHardware;
import columna.sim.cores.Design;
import columna.sim.cores.LearningRule;
import columna.sim.cores.LruChip;
import columna.sim.cores.NetworkShape;
import columna.sim.cores.Optimiser;
import columna.sim.cores.RecurrentCell;

/** The chip that an experiment describes. */
public record ChipDesign(LruChip layout, Design design, Chip chip) {

    /**
     * Builds the chip.
     *
     * @throws BadInput if it cannot be built, pointing at the number formats or the section of chip or task
     */
    public static ChipDesign of(ExperimentSpec spec) {
        checkTask(spec);
        LruChip layout = layout(spec);
        Design design = new Design(
                rule(spec.learning()),
                optimiser(spec.learning().optimiser()),
                spec.learning().update() instanceof LearningSpec.Update.EveryTimeStep,
                signal -> spec.formats().formatOf(signal),
                new Nonlinearities(spec::table));
        try {
            return new ChipDesign(layout, design, layout.build(design, cell(spec.network().cell())));
        } catch (IllegalArgumentException e) {
            throw spec.locationOf(formatBehind(e.getMessage(), spec)).complain(e.getMessage());
        }
    }

    /**
     * As {@link #of}, for those who clock a kind of time step once.
     *
     * @throws BadInput also if the chip's time steps of one kind differ
     */
    public static ChipDesign withAlikeSteps(ExperimentSpec spec) {
        if (spec.chip().bus().errorThreshold().isPresent()) {
            throw spec.locationOf("chip.bus.error_threshold").complain("found an error threshold in a study or profile, which clock a"
                    + " kind of time step once; allowed: none, and thresholds in columna run, which clocks every step");
        }
        return of(spec);
    }

    /** Sequences are drawn until their length fits, which must not take for ever. */
    private static void checkTask(ExperimentSpec spec) {
        if (spec.task() instanceof TaskSpec.ListOps task && !ListOpsStream.isDrawn(task)) {
            throw spec.locationOf("task.shortest").complain("found lengths of " + task.shortest() + " to " + task.longest()
                    + " symbols, which hardly any expression of " + task.levels() + " levels and up to " + task.mostArguments()
                    + " arguments has; allowed: lengths of at least one in a thousand of them");
        }
    }

    /** The key of the widest format among the signals that a refusal names: the one to give fewer bits. */
    private static String formatBehind(String refusal, ExperimentSpec spec) {
        String path = "formats";
        int widest = 0;
        for (String word : refusal.split("[^A-Za-z0-9.]+")) {
            String key = spec.formats().keyOf(word);
            int width = spec.formats().formatOf(word).width();
            if (!key.equals("default") && width > widest) {
                widest = width;
                path = "formats." + key;
            }
        }
        return path;
    }

    private static LruChip layout(ExperimentSpec spec) {
        ChipSpec chip = spec.chip();
        try {
            return new LruChip(
                    new NetworkShape(
                            spec.task().inputs(),
                            spec.network().width(),
                            spec.network().units(),
                            spec.network().layers(),
                            spec.task().outputs(),
                            spec.task().classes(),
                            spec.task().labelled()),
                    chip.coresPerLayer(),
                    Hardware.core(chip.recurrentCore()),
                    Hardware.core(chip.mixingCore()),
                    Hardware.pipeline(chip.pipeline()),
                    Hardware.bus(chip.bus()),
                    random(spec));
        } catch (IllegalArgumentException e) {
            throw spec.locationOf("chip").complain(e.getMessage());
        }
    }

    private static RandomHardware random(ExperimentSpec spec) {
        try {
            return Hardware.random(spec.chip().random(), spec.seed());
        } catch (IllegalArgumentException e) {
            throw spec.locationOf("chip.random.bits").complain(e.getMessage());
        }
    }

    private static RecurrentCell cell(NetworkSpec.Cell cell) {
        return switch (cell) {
            case COMPLEX -> RecurrentCell.COMPLEX;
            case REAL -> RecurrentCell.REAL;
            case DENSE -> RecurrentCell.DENSE;
        };
    }

    private static LearningRule rule(LearningSpec learning) {
        return switch (learning.rule()) {
            case ONLINE -> LearningRule.ONLINE;
            case SPATIAL -> LearningRule.SPATIAL;
            case TRUNCATED -> LearningRule.TRUNCATED;
        };
    }

    private static Optimiser optimiser(LearningSpec.Optimiser optimiser) {
        return switch (optimiser) {
            case LearningSpec.Optimiser.Sgd sgd -> new Optimiser.GradientDescent();
            case LearningSpec.Optimiser.Momentum momentum -> new Optimiser.Momentum(momentum.shift());
            case LearningSpec.Optimiser.Adam adam -> new Optimiser.Adam(adam.firstShift(), adam.secondShift());
        };
    }
}
