package columna.experiments.prediction;

import columna.experiments.spec.StreamSpec;
import columna.reference.constructive.PredictionStream;
import columna.reference.constructive.TraceConditioning;
import columna.reference.constructive.TracePatterning;
import columna.reference.constructive.TrialTiming;
import java.util.function.Supplier;

/** Trials of classical conditioning, one time step after the other (SEEDS C.5 and C.6). */
final class ConditioningStream implements Supplier<Moment> {

    /** Moves the seed of the targets of the control out of the way of other seeds. */
    private static final long OTHER_STREAM = 1L << 40;

    private final StreamSpec.Conditioning trials;
    private final boolean shuffled;
    private final long seed;
    private PredictionStream seen;
    private PredictionStream told;
    private long steps;

    ConditioningStream(StreamSpec.Conditioning trials, boolean shuffled, long seed) {
        this.trials = trials;
        this.shuffled = shuffled;
        this.seed = seed;
        begin(false);
    }

    /** The same valid patterns before and after the shift, which is where another trial begins. */
    private void begin(boolean shifted) {
        seen = stream(trials, shifted, seed);
        told = shuffled ? stream(trials, shifted, seed + OTHER_STREAM) : seen;
    }

    private static PredictionStream stream(StreamSpec.Conditioning trials, boolean shifted, long seed) {
        TrialTiming timing = new TrialTiming(
                shifted ? trials.shiftedShortest() : trials.shortestInterval(),
                shifted ? trials.shiftedLongest() : trials.longestInterval(),
                trials.shortestPause(),
                trials.longestPause());
        return trials.patterns() ? new TracePatterning(timing, trials.discount(), seed) : new TraceConditioning(timing, trials.discount(), seed);
    }

    /** Signals of an observation. */
    static int inputs(StreamSpec.Conditioning trials) {
        return stream(trials, false, 0).inputs();
    }

    @Override
    public Moment get() {
        if (steps == trials.shiftAt() && steps > 0) {
            begin(true);
        }
        seen.advance();
        if (told != seen) {
            told.advance();
        }
        return new Moment(seen.observation().clone(), told.cumulant(), seen.trueReturn(), steps++ == 0, false);
    }
}
