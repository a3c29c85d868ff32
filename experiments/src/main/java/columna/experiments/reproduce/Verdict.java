package columna.experiments.reproduce;

/** What became of a published number or claim. */
public enum Verdict {
    /** As the criterion asks. */
    MET("met"),
    /** Measured, and not as the criterion asks. */
    MISSED("missed"),
    /** Measured; no criterion. */
    REPORTED("reported"),
    /** Not measured in this run. */
    MISSING("not measured");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word in tables. */
    public String word() {
        return word;
    }
}
