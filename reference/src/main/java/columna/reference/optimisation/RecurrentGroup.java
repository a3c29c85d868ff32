package columna.reference.optimisation;

import columna.reference.network.ParameterShape;
import java.util.Set;

/** Which parameters learn at {@code factor} times the base rate and do not decay; all others learn at the base rate and decay. */
public enum RecurrentGroup {
    /** Recurrence, gamma and B; the default of Zucchet et al. 2023. */
    STANDARD(Set.of("nu_log", "theta_log", "gamma_log", "A", "B", "B_re", "B_im")),
    /** Recurrence and gamma; B belongs to the others. The paper's image and text tasks. */
    B_FAST_AND_DECAY(Set.of("nu_log", "theta_log", "gamma_log", "A"));

    private final Set<String> leaves;

    RecurrentGroup(Set<String> leaves) {
        this.leaves = leaves;
    }

    /** Whether the group holds a parameter. */
    public boolean contains(ParameterShape shape) {
        return leaves.contains(shape.leaf());
    }
}
