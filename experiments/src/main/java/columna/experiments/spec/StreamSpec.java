package columna.experiments.spec;

/**
 * An endless stream of observations and what is to be predicted from it.
 *
 * @param steps time steps of the run
 * @param scoredSteps time steps at its end over which predictions are scored
 * @param shuffledTargets a control: what is learned from has no relation to what is seen
 * @param source where observations come from
 */
public record StreamSpec(long steps, long scoredSteps, boolean shuffledTargets, Source source) {

    /** Where observations come from. */
    public sealed interface Source {}

    /**
     * Trials of classical conditioning (SEEDS C.5 and C.6). All intervals are time steps, uniform and inclusive.
     *
     * @param patterns whether a pattern of bits says if the unconditioned stimulus follows; else it always follows
     * @param shortestInterval between the stimuli of a trial
     * @param longestInterval between the stimuli of a trial
     * @param shortestPause between trials
     * @param longestPause between trials
     * @param discount gamma of the return that is predicted
     * @param shiftAt time step at which the interval changes
     * @param shiftedShortest between the stimuli of a trial, from the shift on
     * @param shiftedLongest between the stimuli of a trial, from the shift on
     */
    public record Conditioning(
            boolean patterns,
            int shortestInterval,
            int longestInterval,
            int shortestPause,
            int longestPause,
            double discount,
            long shiftAt,
            int shiftedShortest,
            int shiftedLongest)
            implements Source {}

    /**
     * A sine of one period, then abruptly of another, to be predicted some time steps ahead (SEEDS D.3).
     *
     * @param period in time steps
     * @param shiftedPeriod in time steps, from the shift on
     * @param ahead time steps
     * @param shiftAt time step of the shift
     */
    public record Sine(double period, double shiftedPeriod, int ahead, long shiftAt) implements Source {}

    /**
     * White noise to be repeated after a delay, then after another (SEEDS D.3).
     *
     * @param delay in time steps
     * @param shiftedDelay in time steps, from the shift on
     * @param shiftAt time step of the shift
     */
    public record Recall(int delay, int shiftedDelay, long shiftAt) implements Source {}

    /**
     * Sequences of random bits; the target is whether the first two differ, less one half, or the sum of that so far. Not linear in the bits.
     *
     * @param bits of an observation, at least 2
     * @param length time steps of a sequence
     * @param accumulated whether the target is the sum
     */
    public record DifferingBits(int bits, int length, boolean accumulated) implements Source {}

    /** The streams by their names in a file. */
    public enum Name implements Word {
        TRACE_PATTERNING("trace-patterning"),
        TRACE_CONDITIONING("trace-conditioning"),
        SINE("sine"),
        DELAYED_RECALL("delayed-recall"),
        DIFFERING_BITS("differing-bits");

        private final String word;

        Name(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
