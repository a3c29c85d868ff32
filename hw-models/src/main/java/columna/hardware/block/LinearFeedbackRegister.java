package columna.hardware.block;

import java.util.Set;

/**
 * A linear-feedback shift register that moves one step per use.
 *
 * @param bits number of flip-flops
 */
public record LinearFeedbackRegister(int bits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.ADVANCE);

    public LinearFeedbackRegister {
        Check.bits("LinearFeedbackRegister", "bits", bits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "linear-feedback register " + bits + " bit";
    }
}
