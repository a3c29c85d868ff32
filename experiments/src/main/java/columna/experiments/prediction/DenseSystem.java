package columna.experiments.prediction;

import columna.experiments.chip.Hardware;
import columna.experiments.chip.Nonlinearities;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.SystemSpec;
import columna.reference.dense.DenseLearner;
import columna.reference.dense.DenseParameters;
import columna.reference.dense.DenseSpec;
import columna.reference.dense.GruLearner;
import columna.reference.dense.PathMask;
import columna.reference.random.RandomStreams;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.cores.Declarations;
import columna.sim.cores.dense.DenseCore;
import columna.sim.cores.dense.DenseRule;
import columna.sim.program.StepKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A dense recurrent network on one core, which learns at every time step from the squared error of its prediction (Merin 2026). */
final class DenseSystem implements OnlineSystem {

    private static final String CORE = "dense";
    private static final StepKind LEARN = new StepKind(false, true, true, true);

    private final PredictionSpec spec;
    private final SystemSpec.Dense system;
    private final Nonlinearities tables;
    private final Chip chip;

    DenseSystem(PredictionSpec spec, SystemSpec.Dense system) {
        this.spec = spec;
        this.system = system;
        this.tables = new Nonlinearities(spec.tables()::get);
        int inputs = stream().get().observation().length;
        DenseCore.Shape shape = new DenseCore.Shape(cell(), system.units(), inputs, 1, rule());
        Core core = new Core(
                CORE, 1, DenseCore.program(new Declarations(spec.formats()::formatOf, tables), shape), Hardware.core(spec.chip().core()));
        this.chip = Chip.of(
                List.of(core),
                Hardware.pipeline(spec.chip().pipeline()),
                Hardware.bus(spec.chip().bus()),
                Hardware.random(spec.chip().random(), spec.seed()));
    }

    private DenseCore.Cell cell() {
        return switch (system.cell()) {
            case TANH -> DenseCore.Cell.TANH;
            case LSTM -> DenseCore.Cell.LSTM;
            case GRU -> DenseCore.Cell.GRU;
        };
    }

    private DenseRule rule() {
        return switch (system.rule()) {
            case SNAP1 -> new DenseRule.Snap1();
            case RTRL -> new DenseRule.Rtrl();
            case SPARSE_RTRL -> new DenseRule.SparseRtrl(system.paths());
        };
    }

    @Override
    public List<Configuration> configurations() {
        return List.of(new Configuration(0, chip));
    }

    @Override
    public Chip built() {
        return chip;
    }

    @Override
    public Nonlinearities tables() {
        return tables;
    }

    @Override
    public Supplier<Moment> stream() {
        return SeriesStream.of(spec);
    }

    @Override
    public void load(HostedChip hosted, int configuration) {
        hosted.load(0, "unity", 1);
        hosted.load(0, "rate.dense", spec.learning().rate());
        hosted.load(0, "rate.readout", spec.learning().rate() * spec.learning().outputRateFactor());
        double[][] recurrent = system.cell() == SystemSpec.DenseCell.GRU ? gru().weights() : dense().recurrent();
        double[][] readout = system.cell() == SystemSpec.DenseCell.GRU ? gru().readout() : dense().readout();
        new DenseWeights(system, hosted, chip.cores().getFirst().program()).load(recurrent, readout[0]);
    }

    @Override
    public Host host() {
        return new Host() {
            @Override
            public StepKind kind(Moment moment) {
                return LEARN;
            }

            @Override
            public double step(HostedChip hosted, Moment moment) {
                hosted.send("observation", moment.observation());
                hosted.send("target", moment.target());
                hosted.step(LEARN);
                return hosted.read(0, "readout.y")[0];
            }
        };
    }

    @Override
    public Reference reference() {
        double rate = spec.learning().rate();
        double outputRate = rate * spec.learning().outputRateFactor();
        if (system.cell() == SystemSpec.DenseCell.GRU) {
            GruLearner learner = gru();
            return moment -> {
                learner.advance(moment.observation(), new double[] {moment.target()});
                descend(learner.weights(), learner.gradient(), rate);
                descend(learner.readout(), learner.readoutGradient(), outputRate);
                return learner.output()[0];
            };
        }
        DenseParameters parameters = dense();
        DenseLearner learner = new DenseLearner(parameters, columna.reference.dense.DenseRule.sparseRtrl(mask()));
        return moment -> {
            learner.clearGradient();
            learner.advance(moment.observation(), new double[] {moment.target()});
            descend(parameters.recurrent(), learner.gradient().recurrent(), rate);
            descend(parameters.readout(), learner.gradient().readout(), outputRate);
            return learner.output()[0];
        };
    }

    private static void descend(double[][] parameters, double[][] gradient, double rate) {
        for (int row = 0; row < parameters.length; row++) {
            for (int k = 0; k < parameters[row].length; k++) {
                parameters[row][k] -= rate * gradient[row][k];
            }
        }
    }

    private PathMask mask() {
        return switch (system.rule()) {
            case SNAP1 -> PathMask.diagonal(system.units());
            case RTRL -> PathMask.full(system.units());
            case SPARSE_RTRL -> {
                double[][] paths = new double[system.units()][system.units()];
                for (int k = 0; k < system.paths(); k++) {
                    Arrays.fill(paths[k], 0, system.paths(), 1);
                }
                yield PathMask.of(paths);
            }
        };
    }

    private int inputs() {
        return Math.toIntExact(chip.cores().getFirst().program().memory("observation.x").elements());
    }

    private DenseParameters dense() {
        DenseSpec.Cell kind = system.cell() == SystemSpec.DenseCell.LSTM ? DenseSpec.Cell.LSTM : DenseSpec.Cell.TANH;
        return DenseParameters.initial(new DenseSpec(kind, system.units(), inputs(), 1), new RandomStreams(spec.seed()));
    }

    private GruLearner gru() {
        RandomStreams streams = new RandomStreams(spec.seed());
        return switch (system.rule()) {
            case SNAP1 -> GruLearner.initial(system.units(), inputs(), 1, streams);
            case RTRL -> GruLearner.initialRtrl(system.units(), inputs(), 1, streams);
            case SPARSE_RTRL -> GruLearner.initialSparse(system.units(), inputs(), 1, system.paths(), streams);
        };
    }
}
