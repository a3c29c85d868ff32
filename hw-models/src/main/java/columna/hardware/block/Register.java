package columna.hardware.block;

import java.util.Set;

/**
 * A clock-gated flip-flop register. {@link Action#WRITE} is one write of new data, its own clock edge included;
 * {@link Action#CLOCK} is the clock of the gate in one cycle, whether or not the register is written.
 * Reading a register costs nothing of its own: its output drives the next block.
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
