package columna.experiments.reproduce.merin2026;

import columna.reference.dense.DenseSpec;
import columna.reference.dense.PathSelection;
import columna.reference.dense.adaptation.AdaptationSpec;
import columna.reference.dense.adaptation.Method;
import columna.reference.dense.task.DelayedRecallTask;
import columna.reference.dense.task.LorenzTask;
import columna.reference.dense.task.MixingDrift;
import columna.reference.dense.task.Phases;
import columna.reference.dense.task.SineTask;
import columna.reference.dense.task.TimeSeries;
import columna.reference.online.OnlineUpdate;
import columna.reference.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A task, a network and an optimiser: one configuration, under which all methods adapt from the same pre-trained network. */
enum Setup {
    SINE("sine, Adam, read-out frozen, 64 tanh units", Size.BOTH, 5, 16, sine(), tanh(64, 1), 0.3, adam(1e-3), false, full(), sweep()),
    SINE_ADAPTING("sine, Adam, read-out adapts, 64 tanh units", Size.BOTH, 5, 14, sine(), tanh(64, 1), 0.3, adam(1e-3), true, full(), all()),
    SINE_SGD("sine, SGD, read-out frozen, 64 tanh units", Size.BOTH, 5, 14, sine(), tanh(64, 1), 0.3, sgd(), false, full(), all()),
    SINE_SGD_ADAPTING("sine, SGD, read-out adapts, 64 tanh units", Size.BOTH, 5, 14, sine(), tanh(64, 1), 0.3, sgd(), true, full(), all()),
    LORENZ("Lorenz, Adam, read-out adapts, 64 tanh units", Size.BOTH, 5, 15, lorenz(), tanh(64, 3), 0.3, adam(1e-3), true, full(), all()),
    DRIFT("mixing drift of Lorenz, Adam, read-out frozen, 64 tanh units", Size.BOTH, 5, 15, drift(), tanh(64, 3), 0.3, adam(1e-3), false,
            full(), all()),
    DRIFT_ADAPTING("mixing drift of Lorenz, Adam, read-out adapts, 64 tanh units", Size.BOTH, 5, 15, drift(), tanh(64, 3), 0.3, adam(1e-3), true,
            full(), all()),
    RECALL("delayed recall, Adam, read-out adapts, 32 tanh units", Size.BOTH, 5, 4, recall(), tanh(32, 1), 0.3, adam(2e-3), true, full(), all()),
    LSTM_SHORT("sine, Adam, read-out frozen, 32 LSTM units", Size.SHORT, 5, 10, sine(), lstm(32), 0.3, adam(1e-3), false, full(), all()),
    LSTM("sine, Adam, read-out frozen, 64 LSTM units", Size.FULL, 5, 90, sine(), lstm(64), 0.3, adam(1e-3), false, full(), all()),
    WIDE_SHORT("sine, 600 and 300 steps, Adam, read-out frozen, 256 tanh units pre-trained with k = 4", Size.SHORT, 1, 240, brief(), tanh(256, 1), 0.3,
            adam(1e-3), false, sparse(PathSelection.RANDOM_ROWS, 4), few()),
    WIDE("sine, Adam, read-out frozen, 256 tanh units", Size.FULL, 5, 2400, sine(), tanh(256, 1), 0.3, adam(1e-3), false, full(), few()),
    SINE_SATURATED("sine, Adam, read-out frozen, 64 tanh units, inputs N(0, 1)", Size.BOTH, 3, 14, sine(), tanh(64, 1), 1, adam(1e-3), false,
            full(), all()),
    SINE_SATURATED_ADAPTING("sine, Adam, read-out adapts, 64 tanh units, inputs N(0, 1)", Size.BOTH, 3, 14, sine(), tanh(64, 1), 1, adam(1e-3),
            true, full(), all()),
    SINE_SATURATED_SGD("sine, SGD, read-out adapts, 64 tanh units, inputs N(0, 1)", Size.BOTH, 3, 14, sine(), tanh(64, 1), 1, sgd(), true,
            full(), all()),
    LORENZ_SATURATED("Lorenz, Adam, read-out adapts, 64 tanh units, inputs N(0, 1/3)", Size.BOTH, 3, 15, lorenz(), tanh(64, 3), 1, adam(1e-3),
            true, full(), all());

    /** In which size of the reproduction a set-up has a part. */
    private enum Size { SHORT, FULL, BOTH }

    private final String configuration;
    private final Size size;
    private final int shortSeeds;
    private final double coreSeconds;
    private final Function<RandomStreams, TimeSeries> series;
    private final AdaptationSpec spec;

    Setup(String configuration, Size size, int shortSeeds, double coreSeconds, Function<RandomStreams, TimeSeries> series, DenseSpec network,
            double inputGain, OnlineUpdate update, boolean readoutAdapts, Method pretraining, List<Method> methods) {
        this.configuration = configuration;
        this.size = size;
        this.shortSeeds = shortSeeds;
        this.coreSeconds = coreSeconds;
        this.series = series;
        spec = new AdaptationSpec(network, inputGain, update, readoutAdapts, pretraining, methods);
    }

    String configuration() {
        return configuration;
    }

    AdaptationSpec spec() {
        return spec;
    }

    AdaptationPoint point(long seed) {
        return new AdaptationPoint(spec, series, seed);
    }

    /** Of the default size; the full one has five everywhere. */
    int shortSeeds() {
        return shortSeeds;
    }

    double coreSeconds() {
        return coreSeconds;
    }

    boolean partOf(boolean full) {
        return size == Size.BOTH || (size == Size.FULL) == full;
    }

    static Method full() {
        return new Method.Full();
    }

    static Method sparse(PathSelection selection, int k) {
        return new Method.Sparse(selection, k);
    }

    /** Every selection with k = 4, one path, both meanings of no path, and the two that transport nothing. */
    private static List<Method> all() {
        return List.of(full(), sparse(PathSelection.RANDOM_ROWS, 4), sparse(PathSelection.GLOBAL_UNITS, 4),
                sparse(PathSelection.SMALLEST_WEIGHTS, 4), sparse(PathSelection.LARGEST_WEIGHTS, 4), sparse(PathSelection.RANDOM_ROWS, 1),
                new Method.Immediate(), new Method.Eligibility(), new Method.ReadoutOnly(), new Method.Frozen());
    }

    /** As {@link #all}, and more numbers of paths. */
    private static List<Method> sweep() {
        List<Method> methods = new ArrayList<>(all());
        methods.add(sparse(PathSelection.RANDOM_ROWS, 2));
        methods.add(sparse(PathSelection.RANDOM_ROWS, 16));
        return List.copyOf(methods);
    }

    private static List<Method> few() {
        return List.of(full(), sparse(PathSelection.RANDOM_ROWS, 4), new Method.Immediate(), new Method.Eligibility(), new Method.Frozen());
    }

    private static DenseSpec tanh(int units, int width) {
        return new DenseSpec(DenseSpec.Cell.TANH, units, width, width);
    }

    private static DenseSpec lstm(int units) {
        return new DenseSpec(DenseSpec.Cell.LSTM, units, 1, 1);
    }

    private static OnlineUpdate adam(double rate) {
        return OnlineUpdate.Adam.usual(rate);
    }

    private static OnlineUpdate sgd() {
        return new OnlineUpdate.Sgd(1e-2);
    }

    private static Function<RandomStreams, TimeSeries> sine() {
        return SineTask.standard()::draw;
    }

    private static Function<RandomStreams, TimeSeries> brief() {
        return new SineTask(20, 12, 5, new Phases(600, 300))::draw;
    }

    private static Function<RandomStreams, TimeSeries> lorenz() {
        return LorenzTask.standard()::draw;
    }

    /** The attractor stays, the inputs are seen through another orthogonal matrix. */
    private static Function<RandomStreams, TimeSeries> drift() {
        LorenzTask unchanging = new LorenzTask(28, 28, SineTask.standard().phases());
        return streams -> MixingDrift.of(unchanging.draw(streams), streams);
    }

    private static Function<RandomStreams, TimeSeries> recall() {
        return DelayedRecallTask.standard()::draw;
    }
}
