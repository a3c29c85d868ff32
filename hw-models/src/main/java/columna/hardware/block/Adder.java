package columna.hardware.block;

import java.util.Set;

/**
 * A two-operand adder, also an accumulator or one node of an adder tree (its register is a {@link Register}).
 *
 * @param bits width of the sum
 */
public record Adder(int bits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.ADD);

    public Adder {
        Check.bits("Adder", "bits", bits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "adder " + bits + " bit";
    }
}
