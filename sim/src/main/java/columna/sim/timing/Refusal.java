package columna.sim.timing;

/** Why the arbiter does not grant a request in a cycle: the first of these reasons that holds. */
public enum Refusal {
    /** Another sender of the sum has no beat to offer yet. */
    PARTNER,
    /** A receiver's queue has no room: back-pressure. */
    ROOM,
    /** A segment carries another beat when this one would cross it: contention. */
    SEGMENT
}
