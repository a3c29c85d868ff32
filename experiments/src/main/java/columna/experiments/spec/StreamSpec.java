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
     */
    public record Conditioning(
            boolean patterns, int shortestInterval, int longestInterval, int shortestPause, int longestPause, double discount) implements Source {}

    /** The streams by their names in a file. */
    public enum Name implements Word {
        TRACE_PATTERNING("trace-patterning"),
        TRACE_CONDITIONING("trace-conditioning");

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
