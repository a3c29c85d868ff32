package columna.hardware.block;

import java.util.Set;

/**
 * A bus of parallel, repeated wires. One {@link Action#TRANSFER} moves one word of {@code bits} of random data over
 * the whole length; a bus of many hops is many transfers over shorter wires.
 *
 * @param bits number of parallel wires
 * @param millimetres length, above 0 and at most 1000
 */
public record BusWire(int bits, double millimetres) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.TRANSFER);

    public BusWire {
        Check.bits("BusWire", "bits", bits);
        if (!(millimetres > 0 && millimetres <= 1000)) {
            throw new IllegalArgumentException(
                    "BusWire: millimetres is " + millimetres + ", allowed is above 0 and at most 1000.");
        }
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "bus " + bits + " bit x " + millimetres + " mm";
    }
}
