package columna.experiments.priced;

import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.RunActivity;
import columna.sim.program.StepKind;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;

/**
 * The clock of a run: told the kind of every time step. Steps of one kind are alike, so it remembers how often each kind
 * happened; or, if asked not to, clocks every single step anew and adds up what each took. Both give the same sums.
 */
public final class StepClock {

    private final TimingEngine engine;
    private final boolean remember;
    private final RunActivity activity = new RunActivity();
    private final ActionCounts.Builder clockedCounts = new ActionCounts.Builder();
    private long clockedCycles;

    /**
     * @param engine clocks a step of each kind
     * @param remember whether steps of a kind are clocked once
     */
    public StepClock(TimingEngine engine, boolean remember) {
        this.engine = engine;
        this.remember = remember;
    }

    /** A time step of this kind happened. */
    public void step(StepKind kind) {
        activity.add(kind, 1);
        if (!remember) {
            clock(kind, 1);
        }
    }

    private void clock(StepKind kind, long times) {
        for (long i = 0; i < times; i++) {
            StepOutcome outcome = engine.step(kind);
            clockedCycles += outcome.cycles();
            outcome.counts().forEach(clockedCounts::add);
        }
    }

    /** All these time steps happened. */
    public void add(RunActivity others) {
        activity.add(others);
        if (!remember) {
            others.kinds().forEach(kind -> clock(kind, others.occurrences(kind)));
        }
    }

    /** How often each kind happened. */
    public RunActivity activity() {
        return activity;
    }

    /** Cycles of all of them. */
    public long cycles() {
        return remember ? activity.cycles(kind -> engine.step(kind).cycles()) : clockedCycles;
    }

    /** Actions of all of them. */
    public ActionCounts counts() {
        return remember ? activity.counts(kind -> engine.step(kind).counts()) : clockedCounts.build();
    }
}
