package columna.hardware.block;

import java.util.Set;

/**
 * A look-up table in read-only logic, such as a sigmoid.
 *
 * @param entries number of entries, 1 to 2^20
 * @param bits width of one entry
 */
public record TableRom(int entries, int bits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.LOOK_UP);

    public TableRom {
        Check.between("TableRom", "entries", entries, 1 << 20);
        Check.bits("TableRom", "bits", bits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "table ROM " + entries + " x " + bits + " bit";
    }
}
