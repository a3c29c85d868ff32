package columna.experiments.prediction;

import columna.experiments.chip.Hardware;
import columna.experiments.chip.Nonlinearities;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.StreamSpec;
import columna.experiments.spec.SystemSpec;
import columna.experiments.spec.WeightStepSpec;
import columna.reference.constructive.ConstructiveNetwork;
import columna.reference.constructive.ConstructiveSpec;
import columna.reference.constructive.ConstructiveSpec.Growth;
import columna.reference.constructive.Normalisation;
import columna.reference.constructive.TemporalDifference;
import columna.reference.constructive.WeightUpdate;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.cores.Declarations;
import columna.sim.cores.columnar.LstmColumnsCore;
import columna.sim.cores.columnar.LstmColumnsCore.Heard;
import columna.sim.cores.columnar.LstmColumnsCore.Mode;
import columna.sim.cores.columnar.LstmColumnsCore.Shape;
import columna.sim.cores.columnar.PredictionCore;
import columna.sim.cores.columnar.WeightStep;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * LSTM columns in stages (Javed et al. 2023). A stage's cores join the chip when its turn comes; those of earlier stages then run a program
 * without traces, eligibilities and second moments of their parameters, whose memories are released.
 */
final class LstmColumnsSystem implements OnlineSystem {

    private static final List<String> GATES = List.of("i", "f", "g", "o");

    private final PredictionSpec spec;
    private final SystemSpec.LstmColumns system;
    private final StreamSpec.Conditioning trials;
    private final int inputs;
    private final WeightStep step;
    private final Nonlinearities tables;
    private final Declarations declarations;
    private final List<Configuration> configurations;
    private final Chip built;

    /** The columns of one core. */
    private record Place(int stage, int index, int firstColumn, int columns) {
        String name() {
            return "stage[" + stage + "].columns[" + index + "]";
        }

        String channel() {
            return "feature." + stage + "." + index;
        }
    }

    LstmColumnsSystem(PredictionSpec spec, SystemSpec.LstmColumns system, StreamSpec.Conditioning trials) {
        this.spec = spec;
        this.system = system;
        this.trials = trials;
        this.inputs = ConditioningStream.inputs(trials);
        this.step = switch (spec.learning().optimiser()) {
            case WeightStepSpec.Optimiser.Sgd() -> new WeightStep.Gradient();
            case WeightStepSpec.Optimiser.RmsProp(int shift) -> new WeightStep.RmsProp(shift);
        };
        this.tables = new Nonlinearities(spec.tables()::get);
        this.declarations = new Declarations(spec.formats()::formatOf, tables);
        this.configurations = IntStream.range(0, stagesReached())
                .mapToObj(stage -> new Configuration(stage * system.stageSteps(), chip(stage, false)))
                .toList();
        this.built = chip(stagesReached() - 1, true);
    }

    /** Stages whose turn comes within the run; the others would never be switched on. */
    private int stagesReached() {
        return (int) Math.min(system.stages(), Math.ceilDiv(spec.stream().steps(), system.stageSteps()));
    }

    /** The chip while a stage learns, or as it is built: with the learning memories of every stage. */
    private Chip chip(int active, boolean everyStageLearns) {
        List<Core> cores = new ArrayList<>();
        for (Place place : places(active)) {
            Mode mode = everyStageLearns || place.stage() == active ? Mode.LEARNING : Mode.FROZEN;
            String channel = place.stage() == active ? "" : place.channel();
            List<Heard> heard = heard(place.stage()).stream().map(other -> new Heard(other.channel(), other.columns())).toList();
            Shape shape = new Shape(place.columns(), inputs, heard, channel, mode, step, system.statisticsShift());
            cores.add(core(place.name(), place.stage(), LstmColumnsCore.program(declarations, shape)));
        }
        cores.add(core("prediction", active + 1, PredictionCore.program(declarations, step)));
        return Chip.of(
                cores,
                Hardware.pipeline(spec.chip().pipeline()),
                Hardware.bus(spec.chip().bus()),
                Hardware.random(spec.chip().random(), spec.seed()));
    }

    private Core core(String name, int level, columna.sim.program.CoreProgram program) {
        return new Core(name, level, program, Hardware.core(spec.chip().core()));
    }

    /** All cores of the stages up to one. */
    private List<Place> places(int lastStage) {
        List<Place> places = new ArrayList<>();
        for (int stage = 0; stage <= lastStage; stage++) {
            int index = 0;
            for (int first = 0; first < system.columnsPerStage(); first += system.columnsPerCore()) {
                places.add(new Place(stage, index++, first, Math.min(system.columnsPerCore(), system.columnsPerStage() - first)));
            }
        }
        return places;
    }

    private List<Place> heard(int stage) {
        return places(stage - 1);
    }

    @Override
    public List<Configuration> configurations() {
        return configurations;
    }

    @Override
    public Chip built() {
        return built;
    }

    @Override
    public Nonlinearities tables() {
        return tables;
    }

    @Override
    public Supplier<Moment> stream() {
        return new ConditioningStream(trials, spec.stream().shuffledTargets(), spec.seed());
    }

    @Override
    public void load(HostedChip chip, int configuration) {
        Chip now = configurations.get(configuration).chip();
        double outputRate = spec.learning().rate() * spec.learning().outputRateFactor() / ((configuration + 1.0) * system.columnsPerStage());
        ConstructiveNetwork network = draw(1);
        for (Place place : places(configuration)) {
            int core = now.index(place.name());
            chip.load(core, "rate.output", outputRate);
            chip.load(core, "eligibility.decay", trials.discount() * spec.learning().traceDecay());
            if (place.stage() == configuration) {
                begin(chip, core, place, network);
            }
        }
        int prediction = now.index("prediction");
        chip.load(prediction, "rate.output", outputRate);
        if (configuration == 0) {
            chip.load(prediction, "discount", trials.discount());
            chip.load(prediction, "eligibility.decay", trials.discount() * spec.learning().traceDecay());
            chip.load(prediction, "unity", 1);
            ones(chip, prediction, "prediction.moment2.b", 1, 1);
        }
    }

    /** A core whose stage begins. */
    private void begin(HostedChip chip, int core, Place place, ConstructiveNetwork network) {
        chip.load(core, "unity", 1);
        chip.load(core, "rate.columns", spec.learning().rate());
        statistics(chip, core, "observation", inputs);
        statistics(chip, core, "feature", place.columns());
        ones(chip, core, "readout.moment2.w", 1, place.columns());
        for (int gate = 0; gate < GATES.size(); gate++) {
            parameters(chip, core, place, network, gate);
        }
    }

    private void statistics(HostedChip chip, int core, String group, int size) {
        chip.load(core, group + ".floor", system.varianceFloor());
        chip.load(core, group + ".excess", filled(1, size, 1 - system.varianceFloor()));
        chip.load(core, group + ".scaling", filled(1, size, 1));
    }

    /** The reference keeps the parameters of a gate in one row: what is seen, then u, then b. */
    private void parameters(HostedChip chip, int core, Place place, ConstructiveNetwork network, int gate) {
        String name = GATES.get(gate);
        int seen = inputs + place.stage() * system.columnsPerStage();
        int start = gate * (seen + 2);
        load(chip, core, place, network, "w." + name + ".x", start, inputs);
        int from = start + inputs;
        List<Place> earlier = heard(place.stage());
        for (int k = 0; k < earlier.size(); k++) {
            load(chip, core, place, network, "w." + name + ".s" + k, from, earlier.get(k).columns());
            from += earlier.get(k).columns();
        }
        load(chip, core, place, network, "u." + name, from, 0);
        load(chip, core, place, network, "b." + name, from + 1, 0);
    }

    /** A matrix of so many words per column, or one row of one word per column where there are 0. */
    private void load(HostedChip chip, int core, Place place, ConstructiveNetwork network, String parameter, int from, int words) {
        double[][] rows = words == 0 ? new double[1][place.columns()] : new double[place.columns()][words];
        for (int column = 0; column < place.columns(); column++) {
            double[] row = network.stage(place.stage()).parameters(place.firstColumn() + column);
            if (words == 0) {
                rows[0][column] = row[from];
            } else {
                System.arraycopy(row, from, rows[column], 0, words);
            }
        }
        chip.load(core, "lstm." + parameter, rows);
        ones(chip, core, "lstm.moment2." + parameter, rows.length, rows[0].length);
    }

    private void ones(HostedChip chip, int core, String memory, int rows, int columns) {
        if (step instanceof WeightStep.RmsProp) {
            chip.load(core, memory, filled(rows, columns, 1));
        }
    }

    private static double[][] filled(int rows, int columns, double value) {
        double[][] filled = new double[rows][columns];
        for (double[] row : filled) {
            java.util.Arrays.fill(row, value);
        }
        return filled;
    }

    @Override
    public Host host() {
        return new TemporalDifferenceHost();
    }

    /** Nothing is learned at the first time step: there is no prediction yet that could be wrong. */
    private static final class TemporalDifferenceHost implements Host {

        @Override
        public StepKind kind(Moment moment) {
            return new StepKind(moment.first(), true, !moment.first(), !moment.first());
        }

        @Override
        public double step(HostedChip chip, Moment moment) {
            StepKind kind = kind(moment);
            chip.send("observation", moment.observation());
            if (kind.error()) {
                chip.send("cumulant", moment.target());
            }
            chip.step(kind);
            return chip.read("prediction", "prediction.y")[0];
        }
    }

    @Override
    public Reference reference() {
        ConstructiveNetwork network = draw(spec.learning().rate());
        return moment -> network.step(moment.observation(), moment.target(), trials.discount());
    }

    private ConstructiveNetwork draw(double rate) {
        return ConstructiveNetwork.draw(reference(rate), spec.seed(), system.initialRange());
    }

    private ConstructiveSpec reference(double rate) {
        Normalisation rule = new Normalisation(
                Normalisation.Kind.VARIANCE_FLOOR, 1 - StrictMath.scalb(1.0, -system.statisticsShift()), system.varianceFloor());
        WeightUpdate update = switch (step) {
            case WeightStep.Gradient() -> new WeightUpdate.Gradient();
            case WeightStep.RmsProp(int shift) -> new WeightUpdate.RmsProp(1 - StrictMath.scalb(1.0, -shift), 1e-12);
        };
        TemporalDifference learning = new TemporalDifference(
                spec.learning().traceDecay(), rate, rate * spec.learning().outputRateFactor(), true, update);
        return new ConstructiveSpec(
                inputs, stagesReached(), system.columnsPerStage(), system.stageSteps(), Growth.CREATED, true, rule, false, rule, learning);
    }
}
