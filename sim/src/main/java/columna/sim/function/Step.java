package columna.sim.function;

/** A micro-operation bound to the memories of its core, ready to run. */
@FunctionalInterface
interface Step {

    /** Reads its sources, writes its destination. */
    void run();
}
