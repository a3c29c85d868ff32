package columna.reports;

import java.util.Objects;

/** The report in one sentence: does it work, does it not, or is there nothing to judge. */
public record Verdict(Level level, String sentence) {

    /** How the sentence is coloured; the word beside it says the same without colour. */
    public enum Level { GOOD, BAD, NEUTRAL }

    public Verdict {
        Objects.requireNonNull(level, "Verdict.level");
        Require.text("Verdict.sentence", sentence);
    }

    public static Verdict good(String sentence) {
        return new Verdict(Level.GOOD, sentence);
    }

    public static Verdict bad(String sentence) {
        return new Verdict(Level.BAD, sentence);
    }

    public static Verdict neutral(String sentence) {
        return new Verdict(Level.NEUTRAL, sentence);
    }
}
