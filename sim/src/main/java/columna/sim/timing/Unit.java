package columna.sim.timing;

/** What executes micro-operations of one sort, cycle by cycle. */
interface Unit {

    /** Starts after the fetch; the next cycle is the first to be evaluated. */
    void begin(Task task, Activity activity);

    /** Decides what happens in this cycle from state that the last one left; nobody else may see a change yet. */
    void evaluate(long cycle);

    /** Makes the cycle's changes visible; true if it was the micro-operation's last cycle. */
    boolean commit(long cycle);

    /** Whether the cycle just evaluated only waited for somebody else. */
    boolean waiting();
}
