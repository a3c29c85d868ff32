package columna.reference.learning;

/**
 * How a gradient is obtained (Zucchet et al. 2023, section 3 and appendix A.2). With {@code g_t = dL/dy_t}, every rule computes
 * {@code delta_t = C^T g_t} and lets errors flow down through the layers of one time step; they differ in time:
 *
 * <pre>
 *               delta_t                       lambda             gamma             B
 *   BPTT        C^T g_t + lambda delta_{t+1}  delta_t h_{t-1}    delta_t B z_t     gamma delta_t z_t^T
 *   ONLINE      C^T g_t                       delta_t e^lam_t    delta_t e^gam_t   delta_t e^B_t
 *   TRUNCATED   C^T g_t                       delta_t h_{t-1}    delta_t B z_t     gamma delta_t z_t^T
 *   SPATIAL     C^T g_t                       0                  delta_t B z_t     gamma delta_t z_t^T
 * </pre>
 *
 * <p>The table is that of linear recurrent units. Dense cells have no exact traces of this size; SNAP1 keeps those of each unit's influence on
 * itself, which for linear recurrent units is all there is.
 */
public enum LearningRule {
    /** Back-propagation through time: the exact gradient. */
    BPTT,
    /** Eligibility traces within a layer, instantaneous errors between layers; exact for the last recurrent layer and all above it. */
    ONLINE,
    /**
     * Sparse n-step approximation of order 1 (Menick et al. 2021): traces through the diagonal of the dynamics' Jacobian. For linear
     * recurrent units the same as ONLINE.
     */
    SNAP1,
    /** One-step truncated back-propagation: the previous hidden state is a constant. */
    TRUNCATED,
    /** Spatial back-propagation: the whole recurrent contribution is a constant. */
    SPATIAL;

    /** Whether the gradient of a time step is known at that time step. */
    public boolean isOnline() {
        return this != BPTT;
    }
}
