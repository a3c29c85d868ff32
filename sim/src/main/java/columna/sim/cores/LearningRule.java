package columna.sim.cores;

/** How a recurrent core estimates the gradient of its recurrent parameters (Zucchet et al. 2023, section 3). */
public enum LearningRule {
    /** Eligibility traces of lambda, gamma and B; exact for the last layer. */
    ONLINE,
    /** The hidden state's past is a constant but its value counts: one step of history for lambda. */
    TRUNCATED,
    /** The recurrent contribution is a constant: lambda does not learn. */
    SPATIAL
}
