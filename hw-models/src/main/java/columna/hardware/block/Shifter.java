package columna.hardware.block;

import java.util.Set;

/**
 * An arithmetic barrel shifter.
 *
 * @param bits width of the operand
 */
public record Shifter(int bits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.SHIFT);

    public Shifter {
        Check.bits("Shifter", "bits", bits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "shifter " + bits + " bit";
    }
}
