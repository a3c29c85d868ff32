package columna.hardware.block;

import java.util.Set;

/**
 * A signed less-than comparator of two operands.
 *
 * @param bits width of an operand
 */
public record Comparator(int bits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.COMPARE);

    public Comparator {
        Check.bits("Comparator", "bits", bits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "comparator " + bits + " bit";
    }
}
