package columna.sim.program;

/** The phases of a time step, in the order in which a step runs them. */
public enum Phase {
    /** First step of a sequence: hidden state and traces are cleared. */
    RESET("reset"),
    /** Inputs rise through the layers; traces advance. */
    FORWARD("forward"),
    /** Only on steps that have a target: errors descend through the layers, gradients accumulate. */
    ERROR("error"),
    /** Only when an update is due: the optimiser changes the parameters and clears the gradients. */
    UPDATE("update"),
    /** After loading and after every update: values derived from parameters, such as lambda, are computed anew. */
    PREPARE("prepare");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    /** The word that reports print. */
    public String label() {
        return label;
    }
}
