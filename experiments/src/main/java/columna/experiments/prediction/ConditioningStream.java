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

    private final PredictionStream seen;
    private final PredictionStream told;
    private boolean first = true;

    ConditioningStream(StreamSpec.Conditioning trials, boolean shuffled, long seed) {
        seen = stream(trials, seed);
        told = shuffled ? stream(trials, seed + OTHER_STREAM) : seen;
    }

    private static PredictionStream stream(StreamSpec.Conditioning trials, long seed) {
        TrialTiming timing = new TrialTiming(
                trials.shortestInterval(), trials.longestInterval(), trials.shortestPause(), trials.longestPause());
        return trials.patterns() ? new TracePatterning(timing, trials.discount(), seed) : new TraceConditioning(timing, trials.discount(), seed);
    }

    /** Signals of an observation. */
    static int inputs(StreamSpec.Conditioning trials) {
        return stream(trials, 0).inputs();
    }

    @Override
    public Moment get() {
        seen.advance();
        if (told != seen) {
            told.advance();
        }
        boolean begins = first;
        first = false;
        return new Moment(seen.observation().clone(), told.cumulant(), seen.trueReturn(), begins, false);
    }
}
