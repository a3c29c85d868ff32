package columna.hardware.block;

import java.util.Set;

/**
 * A signed array multiplier; the product is {@code leftBits + rightBits} wide and unrounded.
 *
 * @param leftBits width of the left operand
 * @param rightBits width of the right operand
 */
public record Multiplier(int leftBits, int rightBits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.MULTIPLY);

    public Multiplier {
        Check.bits("Multiplier", "leftBits", leftBits);
        Check.bits("Multiplier", "rightBits", rightBits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "multiplier " + leftBits + " x " + rightBits + " bit";
    }
}
