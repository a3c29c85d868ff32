package columna.sim.timing;

/** Why a cycle of a micro-operation issues nothing. */
public enum Stall {
    /** The micro-operation is being fetched and decoded: always one cycle. */
    FETCH("fetch"),
    /** A port of a memory is taken, by another read of the slot, by a write, or by further words of a beat. */
    PORT("memory port"),
    /** A beat waits for the bus or for room in a receiver's queue. */
    BUS("bus grant"),
    /** No beat has arrived from the sender whose turn it is. */
    ARRIVAL("arrival"),
    /** Everything has issued; results are still in the pipeline. */
    DRAIN("drain");

    private final String label;

    Stall(String label) {
        this.label = label;
    }

    /** The words that reports print. */
    public String label() {
        return label;
    }
}
