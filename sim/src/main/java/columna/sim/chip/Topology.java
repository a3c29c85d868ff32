package columna.sim.chip;

/** How the bus connects cores and host. The arbiter is the same for all; the ways of the beats differ. */
public enum Topology {
    /** Levels on a line, the host below the lowest: one segment between neighbouring levels and one within each level. */
    SPATIAL,
    /** One segment that every core and the host is attached to. */
    BROADCAST,
    /** A binary tree with the cores as leaves and the host at the root; its nodes add what several senders send. */
    TREE,
    /** Two directed rings through the host and all cores; a beat takes the shorter way. */
    RING,
    /** A grid of routers, the host at a corner; a beat goes along its row first and then along its column. */
    MESH
}
