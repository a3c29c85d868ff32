package columna.hardware.block;

import java.util.Set;

/**
 * Finds the place of the leading one; a priority encoder.
 *
 * @param bits width of the operand
 */
public record LeadingOneDetector(int bits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.COMPARE);

    public LeadingOneDetector {
        Check.bits("LeadingOneDetector", "bits", bits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "leading-one detector " + bits + " bit";
    }
}
