package columna.experiments.prediction;

import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.StreamSpec;
import columna.reference.dense.task.DelayedRecallTask;
import columna.reference.dense.task.Phases;
import columna.reference.dense.task.SineTask;
import columna.reference.dense.task.TimeSeries;
import columna.reference.random.RandomStreams;
import java.util.function.Supplier;

/** A series of values, one time step after the other, whose rule changes once (SEEDS D.3). */
final class SeriesStream implements Supplier<Moment> {

    /** Moves the seed of the targets of the control out of the way of other seeds. */
    private static final long OTHER_STREAM = 1L << 40;

    private final TimeSeries seen;
    private final TimeSeries told;
    private int step;

    private SeriesStream(TimeSeries seen, TimeSeries told) {
        this.seen = seen;
        this.told = told;
    }

    static SeriesStream of(PredictionSpec spec) {
        TimeSeries seen = series(spec, spec.seed());
        return new SeriesStream(seen, spec.stream().shuffledTargets() ? series(spec, spec.seed() + OTHER_STREAM) : seen);
    }

    private static TimeSeries series(PredictionSpec spec, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        return switch (spec.stream().source()) {
            case StreamSpec.Sine sine -> new SineTask(sine.period(), sine.shiftedPeriod(), sine.ahead(), phases(spec, sine.shiftAt())).draw(streams);
            case StreamSpec.Recall recall ->
                new DelayedRecallTask(recall.delay(), recall.shiftedDelay(), phases(spec, recall.shiftAt())).draw(streams);
            case StreamSpec.Conditioning _, StreamSpec.DifferingBits _ -> throw spec.locationOf("stream.name").complain(
                    "found trials or sequences for a dense network, which predicts a series; allowed: sine, delayed-recall");
        };
    }

    /** Before the shift and after it. */
    private static Phases phases(PredictionSpec spec, long shiftAt) {
        int steps = Math.toIntExact(spec.stream().steps());
        int before = (int) Math.min(steps, shiftAt);
        return new Phases(before, steps - before);
    }

    @Override
    public Moment get() {
        Moment moment = new Moment(seen.x()[step], told.targets()[step][0], seen.targets()[step][0], step == 0, false);
        step++;
        return moment;
    }
}
