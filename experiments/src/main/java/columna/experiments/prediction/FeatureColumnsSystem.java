package columna.experiments.prediction;

import columna.experiments.chip.Hardware;
import columna.experiments.chip.Nonlinearities;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.StreamSpec;
import columna.experiments.spec.SystemSpec;
import columna.reference.columnar.AlignmentBenchmark;
import columna.reference.columnar.ColumnInitialisation;
import columna.reference.columnar.LateralMask;
import columna.reference.columnar.StateUpdate;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.cores.Declarations;
import columna.sim.cores.columnar.FeatureColumnCore;
import columna.sim.cores.columnar.FeatureColumnCore.Packet;
import columna.sim.cores.columnar.SumCore;
import columna.sim.program.CoreProgram;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Feature columns with sparse lateral links, a core each (Javed et al. 2021): links are packets on the bus from one column to all that read it. */
final class FeatureColumnsSystem implements OnlineSystem {

    private static final String SUM = "sum";

    private final PredictionSpec spec;
    private final SystemSpec.FeatureColumns system;
    private final StreamSpec.DifferingBits bits;
    private final LateralMask mask;
    private final Nonlinearities tables;
    private final Chip chip;

    FeatureColumnsSystem(PredictionSpec spec, SystemSpec.FeatureColumns system, StreamSpec.DifferingBits bits) {
        this.spec = spec;
        this.system = system;
        this.bits = bits;
        this.mask = LateralMask.random(
                system.columns(), system.width(), system.lateralShare(), new RandomStreams(spec.seed()).stream("columnar/mask"));
        this.tables = new Nonlinearities(spec.tables()::get);
        Declarations declarations = new Declarations(spec.formats()::formatOf, tables);
        List<Core> cores = new ArrayList<>();
        for (int column = 0; column < system.columns(); column++) {
            cores.add(core(name(column), 1, FeatureColumnCore.program(declarations, shape(column))));
        }
        cores.add(core(SUM, 2, SumCore.program(declarations)));
        this.chip = Chip.of(
                cores,
                Hardware.pipeline(spec.chip().pipeline()),
                Hardware.bus(spec.chip().bus()),
                Hardware.random(spec.chip().random(), spec.seed()));
    }

    private Core core(String name, int level, CoreProgram program) {
        return new Core(name, level, program, Hardware.core(spec.chip().core()));
    }

    private static String name(int column) {
        return "column[" + column + "]";
    }

    private FeatureColumnCore.Shape shape(int column) {
        return new FeatureColumnCore.Shape(
                bits.bits(),
                system.width(),
                sent(column).size(),
                "feature." + column,
                heard(column).stream().map(other -> new Packet("feature." + other, sent(other).size())).toList(),
                reads(column) ? "state." + column : "",
                heardStates(column).stream().map(other -> "state." + other).toList(),
                system.recurrent() && mask.states()[column][column],
                system.recurrent(),
                system.metaGradient());
    }

    /** Features of a column that some other column reads, in rising order. */
    List<Integer> sent(int column) {
        return IntStream.range(0, system.width())
                .filter(k -> others(column).anyMatch(other -> mask.features()[other][column][k]))
                .boxed()
                .toList();
    }

    private List<Integer> kept(int column) {
        List<Integer> sent = sent(column);
        return IntStream.range(0, system.width()).filter(k -> !sent.contains(k)).boxed().toList();
    }

    /** Other columns of whose features a column reads at least one. */
    List<Integer> heard(int column) {
        return others(column)
                .filter(other -> IntStream.range(0, system.width()).anyMatch(k -> mask.features()[column][other][k]))
                .boxed()
                .toList();
    }

    /** Other columns whose state a column reads. */
    List<Integer> heardStates(int column) {
        return others(column).filter(other -> system.recurrent() && mask.states()[column][other]).boxed().toList();
    }

    /** Whether some other column reads a column's state. */
    private boolean reads(int column) {
        return others(column).anyMatch(other -> heardStates(other).contains(column));
    }

    private IntStream others(int column) {
        return IntStream.range(0, system.columns()).filter(other -> other != column);
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
        return new DifferingBitsStream(bits, spec.stream().shuffledTargets(), spec.seed());
    }

    private StateUpdate stateUpdate() {
        return system.recurrent() ? StateUpdate.ACCUMULATING : StateUpdate.FEED_FORWARD;
    }

    /** Parameters and read-out as the paper's benchmark draws them; its own mask is not used. */
    private AlignmentBenchmark benchmark() {
        return new AlignmentBenchmark(
                system.columns(), system.width(), bits.bits(), bits.length(), stateUpdate(), ColumnInitialisation.PYTORCH);
    }

    @Override
    public void load(HostedChip hosted, int configuration) {
        List<Parameters> parameters = benchmark().columns(spec.seed(), 0).parameters();
        double[] readout = benchmark().readout(spec.seed()).vector("w");
        for (int column = 0; column < system.columns(); column++) {
            new ColumnLoader(hosted, hosted.chip().index(name(column)), parameters.get(column)).load(column, readout[column]);
        }
    }

    /** Writes one column's parameters into its core's memories. */
    private final class ColumnLoader {

        private final HostedChip hosted;
        private final int core;
        private final Parameters parameters;

        ColumnLoader(HostedChip hosted, int core, Parameters parameters) {
            this.hosted = hosted;
            this.core = core;
            this.parameters = parameters;
        }

        void load(int column, double readout) {
            hosted.load(core, "unity", 1);
            hosted.load(core, "rate.columns", spec.learning().rate());
            hosted.load(core, "rate.readout", spec.learning().rate() * spec.learning().outputRateFactor());
            hosted.load(core, "readout.w", readout);
            hosted.load(core, "column.w1", parameters.matrix("W1"));
            hosted.load(core, "column.b1", parameters.matrix("b1"));
            hosted.load(core, "column.ub", parameters.matrix("ub"));
            group("sent", column, sent(column));
            group("kept", column, kept(column));
            List<Integer> heard = heard(column);
            for (int k = 0; k < heard.size(); k++) {
                int other = heard.get(k);
                double[] weights = chosen(parameters.matrix("U")[other], sent(other));
                double[] present = sent(other).stream().mapToDouble(f -> mask.features()[column][other][f] ? 1 : 0).toArray();
                hosted.load(core, "column.lateral.u.n" + k, new double[][] {weights});
                hosted.load(core, "lateral.mask.n" + k, new double[][] {present});
            }
            List<Integer> states = heardStates(column);
            for (int k = 0; k < states.size(); k++) {
                hosted.load(core, "column.lateral.r.n" + k, parameters.vector("R")[states.get(k)]);
            }
            if (system.recurrent() && mask.states()[column][column]) {
                hosted.load(core, "column.r", parameters.vector("R")[column]);
            }
        }

        private void group(String name, int column, List<Integer> features) {
            if (!features.isEmpty()) {
                double[][] rows = features.stream().map(f -> parameters.matrix("W2")[f]).toArray(double[][]::new);
                hosted.load(core, "column.w2." + name, rows);
                hosted.load(core, "column.b2." + name, new double[][] {chosen(parameters.vector("b2"), features)});
                hosted.load(core, "column.u." + name, new double[][] {chosen(parameters.matrix("U")[column], features)});
            }
        }

        private static double[] chosen(double[] row, List<Integer> places) {
            return places.stream().mapToDouble(place -> row[place]).toArray();
        }
    }

    @Override
    public Host host() {
        return new Host() {
            @Override
            public StepKind kind(Moment moment) {
                return new StepKind(moment.first(), true, true, moment.last());
            }

            @Override
            public double step(HostedChip hosted, Moment moment) {
                hosted.send("observation", moment.observation());
                hosted.send("target", moment.target());
                hosted.step(kind(moment));
                return hosted.read(SUM, "prediction.y")[0];
            }
        };
    }

    @Override
    public Reference reference() {
        List<Parameters> parameters = benchmark().columns(spec.seed(), 0).parameters();
        Parameters readout = benchmark().readout(spec.seed());
        return new MasterUserReference(stateUpdate(), mask, parameters, readout, spec.learning(), system.metaGradient());
    }
}
