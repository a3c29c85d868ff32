package columna.sim.timing;

import columna.sim.program.StepKind.Issued;

/** What one micro-operation of one core did in one step, counted where it happens. */
final class Activity {

    final Issued issued;
    /** Position in the program's list of its phase. */
    final int position;
    final int index;
    final long[] stalls = new long[Stall.values().length];
    final long[] reads;
    long firstCycle;
    long lastCycle;
    long slots;
    long lanes;
    long multiplies;
    long adds;
    long accumulates;
    long finished;
    long writes;
    long beats;
    long flags;

    Activity(Issued issued, int position, int index, int sources) {
        this.issued = issued;
        this.position = position;
        this.index = index;
        this.reads = new long[sources];
    }

    void stall(Stall reason) {
        stalls[reason.ordinal()]++;
    }
}
