package columna.experiments.priced;

import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.RunActivity;
import columna.sim.chip.SentErrors;
import columna.sim.program.StepKind;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;

/**
 * The clock of a run: told the kind of every time step. Steps of one kind are alike, so it remembers how often each kind
 * happened; or, if asked not to, clocks every single step anew and adds up what each took. Both give the same sums. Steps on a chip that
 * skips small errors are alike only if they have none, so every other is clocked.
 */
public final class StepClock {

    private final TimingEngine engine;
    private final boolean remember;
    private final RunActivity activity = new RunActivity();
    private final RunActivity remembered = new RunActivity();
    private final ActionCounts.Builder clockedCounts = new ActionCounts.Builder();
    private long clockedCycles;
    private long clockedErrorBeats;
    private long skippedElements;

    /**
     * @param engine clocks a step of each kind
     * @param remember whether steps of a kind are clocked once
     */
    public StepClock(TimingEngine engine, boolean remember) {
        this.engine = engine;
        this.remember = remember;
    }

    /**
     * A time step of this kind happened.
     *
     * @param errors what it sent, where small errors are skipped
     */
    public void step(StepKind kind, SentErrors errors) {
        activity.add(kind, 1);
        if (remember && errors.elements().isEmpty()) {
            remembered.add(kind, 1);
            return;
        }
        add(engine.step(kind, errors));
        errors.elements().forEach((sender, sent) ->
                skippedElements += engine.chip().channels().get(sender.channel()).elements() - sent.cardinality());
    }

    private void add(StepOutcome outcome) {
        clockedCycles += outcome.cycles();
        clockedErrorBeats += errorBeats(engine, outcome);
        outcome.counts().forEach(clockedCounts::add);
    }

    /** All these time steps happened, on a chip that sends all errors. */
    public void add(RunActivity others) {
        activity.add(others);
        if (remember) {
            remembered.add(others);
            return;
        }
        for (StepKind kind : others.kinds()) {
            for (long i = 0; i < others.occurrences(kind); i++) {
                add(engine.step(kind));
            }
        }
    }

    /** Beats of a step on channels of errors. */
    static long errorBeats(TimingEngine engine, StepOutcome outcome) {
        return outcome.channels().stream()
                .filter(traffic -> engine.chip().channels().get(traffic.channel()).carriesErrors())
                .mapToLong(StepOutcome.Traffic::beats)
                .sum();
    }

    /** How often each kind happened. */
    public RunActivity activity() {
        return activity;
    }

    /** Cycles of all of them. */
    public long cycles() {
        return clockedCycles + remembered.cycles(kind -> engine.step(kind).cycles());
    }

    /** Actions of all of them. */
    public ActionCounts counts() {
        return clockedCounts.build().plus(remembered.counts(kind -> engine.step(kind).counts()));
    }

    /** Beats of all of them on channels of errors. */
    public long errorBeats() {
        return clockedErrorBeats + remembered.cycles(kind -> errorBeats(engine, engine.step(kind)));
    }

    /** Elements of errors that were too small to be sent. */
    public long skippedElements() {
        return skippedElements;
    }
}
