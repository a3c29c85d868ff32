package columna.experiments.verify.finding;

import java.util.Locale;

/**
 * One thing that was held against its tolerance.
 *
 * @param kind what sort of thing
 * @param name unique among its kind, for example a signal's name
 * @param outcome what became of it
 * @param sentence what was found and what is allowed; why, if nothing was measured
 */
public record Check(Kind kind, String name, Outcome outcome, String sentence) {

    /** The sorts of checks, in the order in which they are told. */
    public enum Kind {
        /** A signal's ratio to its noise. */
        SIGNAL,
        /** A layer's gradient. */
        GRADIENT,
        /** What was learned, and whether in time. */
        SCORE,
        /** Distance from a recorded run. */
        BASELINE;

        /** For suites and tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of a check. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** Nothing could be measured. */
        SKIPPED;

        /** For tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Check of(Kind kind, String name, boolean passed, String sentence) {
        return new Check(kind, name, passed ? Outcome.PASSED : Outcome.FAILED, sentence);
    }

    public static Check skipped(Kind kind, String name, String reason) {
        return new Check(kind, name, Outcome.SKIPPED, reason);
    }

    public boolean failed() {
        return outcome == Outcome.FAILED;
    }
}
