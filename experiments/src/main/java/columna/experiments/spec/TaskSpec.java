package columna.experiments.spec;

/**
 * What the chip learns. In the copy task a pattern of random bits is shown, padding follows, and the pattern is to be repeated.
 *
 * @param name the task
 * @param patternSteps time steps that show a pattern
 * @param bitsPerStep random bits in each of them
 * @param padSteps time steps of padding before the answer begins
 * @param testSequences sequences that are only inferred, after learning, to measure accuracy
 * @param shuffledTargets whether targets belong to another sequence, so that nothing can be learned (the control of law 7)
 */
public record TaskSpec(TaskName name, int patternSteps, int bitsPerStep, int padSteps, int testSequences, boolean shuffledTargets) {

    /** The tasks there are. */
    public enum TaskName implements Word {
        COPY("copy");

        private final String word;

        TaskName(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
