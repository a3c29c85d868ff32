package columna.sim.timing;

import columna.hardware.block.Ports;

/** The lanes, the look-up units and the tree of comparators: one slot per cycle, at most one write per cycle. */
final class SlotUnit implements Unit {

    private final int core;
    private final CycleObserver observer;
    private final BankReads reads;
    private final Commits commits;
    private Task task;
    private SlotPlan plan;
    private Activity activity;
    private int slot;

    SlotUnit(int core, Ports ports, int longestLatency, CycleObserver observer) {
        this.core = core;
        this.observer = observer;
        this.reads = new BankReads(core, ports, observer);
        this.commits = new Commits(longestLatency);
    }

    @Override
    public void begin(Task newTask, Activity newActivity) {
        task = newTask;
        plan = newTask.plan();
        activity = newActivity;
        slot = 0;
        reads.begin(newTask, newActivity);
    }

    @Override
    public void evaluate(long cycle) {
        boolean writing = commits.due(cycle);
        if (slot == plan.slots()) {
            stall(cycle, Stall.DRAIN);
        } else if (reads.serve(cycle, slot, writing)) {
            issue(cycle);
        } else {
            stall(cycle, Stall.PORT);
        }
        if (writing) {
            observer.written(cycle, core, activity.index, task.destination(), commits.take());
            activity.writes++;
        }
    }

    private void stall(long cycle, Stall reason) {
        activity.stall(reason);
        observer.stalled(cycle, core, activity.index, reason);
    }

    private void issue(long cycle) {
        activity.slots++;
        activity.lanes += plan.lanes[slot];
        activity.multiplies += plan.multiplies[slot];
        activity.adds += plan.adds[slot];
        activity.accumulates += plan.accumulates[slot];
        activity.finished += plan.finished[slot];
        observer.issued(cycle, core, activity.index, slot);
        if (plan.written[slot] != SlotPlan.NO_WORD) {
            commits.add(cycle + task.latency(), plan.written[slot]);
        }
        slot++;
    }

    @Override
    public boolean commit(long cycle) {
        return slot == plan.slots() && commits.isEmpty();
    }

    @Override
    public boolean waiting() {
        return false;
    }
}
