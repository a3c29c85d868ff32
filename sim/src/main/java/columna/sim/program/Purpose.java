package columna.sim.program;

/** What a memory is for. Reports group memory by purpose; learning over inference is the sum over {@link #learning()}. */
public enum Purpose {
    /** Weights and constants that the forward pass reads. */
    PARAMETER("parameters", false),
    /** State that outlives a time step without learning. */
    HIDDEN_STATE("hidden state", false),
    /** Intermediate values of the forward pass. */
    ACTIVATION("activations", false),
    /** Eligibility traces. */
    TRACE("traces", true),
    /** Error signals and intermediate values of the error phase. */
    ERROR("errors", true),
    /** Gradient accumulators. */
    GRADIENT("gradients", true),
    /** State of the optimiser, learning rates, logarithmic parameters' intermediate values. */
    OPTIMISER("optimiser", true);

    private final String label;
    private final boolean learning;

    Purpose(String label, boolean learning) {
        this.label = label;
        this.learning = learning;
    }

    /** The word that reports print. */
    public String label() {
        return label;
    }

    /** Whether a chip that never learns would do without. */
    public boolean learning() {
        return learning;
    }
}
