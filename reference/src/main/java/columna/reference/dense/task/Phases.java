package columna.reference.dense.task;

/** The lengths in time steps of the phase before the change (pre-training) and of the phase after it (adaptation). */
public record Phases(int before, int after) {

    public Phases {
        if (before < 0 || after < 0 || before + after < 1) {
            throw new IllegalArgumentException("phases: %d and %d time steps; neither below 0, together 1 or more".formatted(before, after));
        }
    }

    int total() {
        return before + after;
    }
}
