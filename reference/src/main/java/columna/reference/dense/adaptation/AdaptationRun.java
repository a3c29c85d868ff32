package columna.reference.dense.adaptation;

import columna.reference.dense.DenseParameters;
import columna.reference.dense.SingularValues;
import columna.reference.dense.task.TimeSeries;
import columna.reference.random.RandomStreams;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Learns a series up to its change under one method, then adapts to the rest of it under each of several, one after the other and all from
 * the same weights and state. One {@link #step} is one time step of one network.
 */
public final class AdaptationRun {

    /** The last share of a phase, whose errors are averaged. */
    private static final double TAIL = 0.2;

    private static final int PRETRAINING = -1;

    /** How many condition numbers are taken before the change, at equal distances, the last one at the change. */
    private static final int CONDITIONS = 10;

    private final AdaptationSpec spec;
    private final TimeSeries series;
    private final RandomStreams streams;
    private OnlineTraining pretrained;
    private final double[] errorsBefore;
    private final double[][] errorsAfter;
    private final double[] conditions = new double[CONDITIONS];
    private OnlineTraining adapting;
    private int method = PRETRAINING;
    private int time;

    public AdaptationRun(AdaptationSpec spec, TimeSeries series, RandomStreams streams) {
        this.spec = spec;
        this.series = series;
        this.streams = streams;
        DenseParameters parameters = DenseParameters.initial(spec.network(), spec.inputGain(), streams);
        pretrained = new OnlineTraining(parameters, spec.pretraining(), spec.update(), true, streams);
        errorsBefore = new double[series.change()];
        errorsAfter = new double[spec.methods().size()][series.steps() - series.change()];
        if (errorsBefore.length == 0 || errorsAfter.length == 0 || errorsAfter[0].length == 0) {
            throw new IllegalArgumentException("adaptation: %d time steps before the change, %d after it, %d methods; each must be 1 or more"
                    .formatted(series.change(), series.steps() - series.change(), errorsAfter.length));
        }
    }

    /** Whether nothing is left to do. */
    public boolean done() {
        return method == errorsAfter.length;
    }

    /** The phase that {@link #step} works on: -1 before the change, then the index of the method; the number of methods at the end. */
    public int phase() {
        return method;
    }

    /** The share of the present phase that is done. */
    public double shareOfPhase() {
        return method == PRETRAINING ? (double) time / series.change()
                : (double) (time - series.change()) / (series.steps() - series.change());
    }

    /** One time step. */
    public void step() {
        if (method == PRETRAINING) {
            errorsBefore[time] = pretrained.step(series.x()[time], series.targets()[time]);
            watchCondition();
        } else {
            errorsAfter[method][time - series.change()] = adapting.step(series.x()[time], series.targets()[time]);
        }
        time++;
        if (method == PRETRAINING && time == series.change()) {
            keepPretrained();
            begin(0);
        } else if (time == series.steps()) {
            begin(method + 1);
        }
    }

    private void watchCondition() {
        int taken = (int) ((time + 1L) * CONDITIONS / series.change());
        if (taken > (int) ((long) time * CONDITIONS / series.change())) {
            conditions[taken - 1] = SingularValues.conditionNumber(pretrained.learner().jacobian());
        }
    }

    /** Weights and state are all that the methods start from; the influence matrix, far larger, is let go. */
    private void keepPretrained() {
        pretrained = pretrained.continued(new Method.ReadoutOnly(), spec.update(), true, streams);
    }

    private void begin(int next) {
        method = next;
        time = series.change();
        adapting = done() ? null : pretrained.continued(spec.methods().get(next), spec.update(), spec.readoutAdapts(), streams);
    }

    /** The condition number of {@code dh_t/dh_{t-1}} at the last time step before the change. */
    public double condition() {
        return conditions[CONDITIONS - 1];
    }

    /** The condition number after each tenth of the time before the change; a copy. */
    public double[] conditions() {
        return conditions.clone();
    }

    /** The mean squared error over the last fifth of the phase before the change. */
    public double tailErrorBefore() {
        return tail(errorsBefore);
    }

    /** The mean squared error over the last fifth of the phase after the change, of a method by its index. */
    public double tailError(int index) {
        return tail(errorsAfter[index]);
    }

    /** The squared errors after the change, of a method by its index; a copy. */
    public double[] errors(int index) {
        return errorsAfter[index].clone();
    }

    private static double tail(double[] errors) {
        int length = Math.max(1, (int) Math.round(TAIL * errors.length));
        return Arrays.stream(errors, errors.length - length, errors.length).sum() / length;
    }

    /** Everything that the rest of the run depends on. */
    public void save(DataOutputStream out) throws IOException {
        out.writeInt(method);
        out.writeInt(time);
        write(conditions, out);
        write(errorsBefore, out);
        for (double[] errors : errorsAfter) {
            write(errors, out);
        }
        pretrained.save(out);
        if (adapting != null) {
            adapting.save(out);
        }
    }

    /** Goes on where a run of the same spec, series and streams was saved. */
    public void restore(DataInputStream in) throws IOException {
        int savedMethod = in.readInt();
        int savedTime = in.readInt();
        read(conditions, in);
        read(errorsBefore, in);
        for (double[] errors : errorsAfter) {
            read(errors, in);
        }
        if (savedMethod != PRETRAINING) {
            keepPretrained();
        }
        pretrained.restore(in);
        if (savedMethod != PRETRAINING) {
            begin(savedMethod);
        }
        if (adapting != null) {
            adapting.restore(in);
        }
        method = savedMethod;
        time = savedTime;
    }

    private static void write(double[] values, DataOutputStream out) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static void read(double[] values, DataInputStream in) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
    }
}
