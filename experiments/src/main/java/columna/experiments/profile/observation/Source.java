package columna.experiments.profile.observation;

/** Where the values of a signal were taken from. */
public enum Source {
    /** The float reference, in double precision, while it learns. */
    REFERENCE("reference"),
    /** A chip of wide formats at the reference's parameters, because the reference has no such signal. */
    WIDE_CHIP("wide chip"),
    /** The schedule of the learning rate, at every update. */
    SCHEDULE("schedule");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** For tables. */
    public String label() {
        return label;
    }
}
