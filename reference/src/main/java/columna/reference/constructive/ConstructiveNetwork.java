package columna.reference.constructive;

import columna.reference.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A network of LSTM columns that predicts the discounted sum of a signal to come and learns at every time step, in double precision. The
 * order of one time step t = 0, 1, ...:
 *
 * <pre>
 *   0. active stage s* = min(t div stageSteps, S-1); a new stage freezes the one before
 *   1. stages s = 0 .. s*: columns on [x_t ; the stages before s], sensitivities of s* ; statistics ; feature = (h - mu) / scale
 *   2. y_t = b + sum_k w_k feature_k     (k in the stages up to s*)
 *   3. dy/dtheta = (w_k / scale_k) dh_k/dtheta in s*, dy/dw = feature, dy/db = 1     (mu and scale count as constants)
 *   4. t &gt;= 1: delta = c_t + gamma_t y_t - y_(t-1); every weight moves by delta and its eligibility of t-1
 *   5. z = gamma_t lambda z + dy
 * </pre>
 *
 * What a stage sees of those before it, and whether those after s* run as well, is said by {@link ConstructiveSpec.Growth}. A sensitivity is never recomputed when parameters change. One object is one run; it is not safe for use by several threads.
 */
public final class ConstructiveNetwork implements PredictionNetwork {

    private static final double INITIAL_RANGE = 0.01;

    private final ConstructiveSpec spec;
    private final List<ColumnStage> stages = new ArrayList<>();
    private final List<RunningStatistics> observations = new ArrayList<>();
    private final RunningStatistics statistics;

    /** The observation, and what stages show to later ones. */
    private final double[] signals;
    private final Readout readout;
    private int active;
    private long stageAge;
    private boolean first = true;
    private double prediction;
    private double error;

    private ConstructiveNetwork(ConstructiveSpec spec) {
        this.spec = spec;
        for (int s = 0; s < spec.stages(); s++) {
            int seen = spec.inputs() + s * spec.columnsPerStage();
            stages.add(new ColumnStage(seen, spec.columnsPerStage()));
            observations.add(new RunningStatistics(spec.observations(), waiting() ? seen : spec.inputs()));
        }
        signals = new double[spec.inputs() + spec.columns()];
        statistics = new RunningStatistics(spec.features(), spec.columns());
        readout = new Readout(spec.columns());
    }

    /** A network whose parameters are all 0. */
    public static ConstructiveNetwork zeros(ConstructiveSpec spec) {
        return new ConstructiveNetwork(spec);
    }

    /** A network as the paper starts it: columns uniform in (-0.01, 0.01) from the seed's stream, output weights and bias 0. */
    public static ConstructiveNetwork draw(ConstructiveSpec spec, long seed) {
        return draw(spec, seed, INITIAL_RANGE);
    }

    /** The same with columns uniform between minus and plus a range. */
    public static ConstructiveNetwork draw(ConstructiveSpec spec, long seed, double range) {
        ConstructiveNetwork network = new ConstructiveNetwork(spec);
        UniformRandomProvider random = new RandomStreams(seed).stream("init/columns");
        for (ColumnStage stage : network.stages) {
            for (int k = 0; k < spec.columnsPerStage(); k++) {
                double[] row = stage.parameters(k);
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextDouble(-range, range);
                }
            }
        }
        return network;
    }

    @Override
    public int inputs() {
        return spec.inputs();
    }

    @Override
    public double step(double[] observation, double cumulant, double discount) {
        ageStages();
        System.arraycopy(observation, 0, signals, 0, spec.inputs());
        int running = waiting() ? spec.stages() : active + 1;
        for (int s = 0; s < running; s++) {
            advance(s);
        }
        if (spec.delayed()) {
            for (int s = 0; s < running; s++) {
                publish(s);
            }
        }
        double before = prediction;
        prediction = readout.predict(existingColumns());
        credit();
        error = first ? 0 : cumulant + discount * prediction - before;
        if (!first) {
            update();
        }
        first = false;
        double decay = discount * spec.learning().traceDecay();
        readout.decayAndAdd(existingColumns(), decay);
        stages.get(active).decayAndAdd(decay);
        return prediction;
    }

    private void ageStages() {
        if (stageAge == spec.stageSteps() && active < spec.stages() - 1) {
            active++;
            stageAge = 0;
        }
        stageAge++;
    }

    private boolean waiting() {
        return spec.growth() == ConstructiveSpec.Growth.WAITING;
    }

    private void advance(int s) {
        ColumnStage stage = stages.get(s);
        RunningStatistics statisticsOfSeen = observations.get(s);
        int normalised = statisticsOfSeen.mean.length;
        for (int j = 0; j < normalised; j++) {
            stage.seen()[j] = statisticsOfSeen.normalised(j, signals[j]);
        }
        System.arraycopy(signals, normalised, stage.seen(), normalised, stage.inputs() - normalised);
        stage.advance(s == active);
        if (s == active) {
            for (int j = 0; j < normalised; j++) {
                statisticsOfSeen.observe(j, signals[j]);
            }
        }
        if (!spec.delayed()) {
            publish(s);
        }
    }

    /** From now on later stages and the prediction see stage s at this time step. */
    private void publish(int s) {
        boolean observed = s >= active || !spec.freezeStatistics();
        for (int k = 0; k < spec.columnsPerStage(); k++) {
            int column = s * spec.columnsPerStage() + k;
            double hidden = stages.get(s).hidden(k);
            if (observed) {
                statistics.observe(column, hidden);
            }
            double feature = statistics.normalised(column, hidden);
            readout.features[column + 1] = feature;
            signals[spec.inputs() + column] = waiting() ? hidden : feature;
        }
    }

    private void credit() {
        for (int k = 0; k < spec.columnsPerStage(); k++) {
            int column = active * spec.columnsPerStage() + k;
            stages.get(active).credit(k, readout.weights[column + 1] / statistics.scale[column]);
        }
    }

    private void update() {
        TemporalDifference learning = spec.learning();
        double outputRate = learning.outputRatePerColumn() ? learning.outputRate() / existingColumns() : learning.outputRate();
        stages.get(active).update(learning.update(), learning.columnRate(), error);
        readout.update(learning.update(), existingColumns(), outputRate, error);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(active);
        out.writeLong(stageAge);
        out.writeBoolean(first);
        out.writeDouble(prediction);
        out.writeDouble(error);
        Checkpoint.save(out, signals);
        statistics.save(out);
        readout.save(out);
        for (int s = 0; s < stages.size(); s++) {
            stages.get(s).save(out);
            observations.get(s).save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        active = in.readInt();
        stageAge = in.readLong();
        first = in.readBoolean();
        prediction = in.readDouble();
        error = in.readDouble();
        Checkpoint.restore(in, signals);
        statistics.restore(in);
        readout.restore(in);
        for (int s = 0; s < stages.size(); s++) {
            stages.get(s).restore(in);
            observations.get(s).restore(in);
        }
    }

    /** The description this network was built from. */
    public ConstructiveSpec spec() {
        return spec;
    }

    /** The stage that learns now, from 0. */
    public int activeStage() {
        return active;
    }

    /** The columns of the stages that have had their turn. */
    public int existingColumns() {
        return (active + 1) * spec.columnsPerStage();
    }

    /** The columns of stage s, whether it has had its turn or not. */
    public ColumnStage stage(int s) {
        return stages.get(s);
    }

    /** {@code [b, w_1, w_2, ...]} of all columns; not a copy. */
    public double[] outputWeights() {
        return readout.weights;
    }

    /** The eligibility of {@link #outputWeights}, not a copy. */
    public double[] outputEligibility() {
        return readout.eligibility;
    }

    /** The TD error delta of the last time step, 0 at the first. */
    public double error() {
        return error;
    }

    /** The normalised feature of a column. */
    public double feature(int column) {
        return readout.features[column + 1];
    }

    /** mu of a column. */
    public double mean(int column) {
        return statistics.mean[column];
    }

    /** The running variance of a column. */
    public double variance(int column) {
        return statistics.variance[column];
    }
}
