package columna.hardware.block;

import java.util.Set;

/**
 * A flip-flop register. {@link Action#WRITE} is one clocked write of new data; {@link Action#CLOCK} is one clock
 * cycle in which the content stays. Reading a register costs nothing of its own: its output drives the next block.
 *
 * @param bits 1 to 65536
 */
public record Register(int bits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.WRITE, Action.CLOCK);

    public Register {
        Check.bits("Register", "bits", bits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "register " + bits + " bit";
    }
}
