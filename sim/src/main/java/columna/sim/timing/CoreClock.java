package columna.sim.timing;

import columna.sim.program.MicroOperation;
import java.util.List;

/** The in-order sequencer of a core: fetches a micro-operation, waits until its last cycle, fetches the next. */
final class CoreClock {

    private final int core;
    private final CycleObserver observer;
    private final List<Task> tasks;
    private final List<Activity> activities;
    private final SlotUnit slots;
    private final SendUnit sends;
    private final ReceiveUnit receives;
    private Unit unit;
    private int current;
    private boolean fetching = true;
    private long lastProgress;

    CoreClock(
            int core,
            List<Task> tasks,
            List<Activity> activities,
            SlotUnit slots,
            SendUnit sends,
            ReceiveUnit receives,
            CycleObserver observer) {
        this.core = core;
        this.tasks = tasks;
        this.activities = activities;
        this.slots = slots;
        this.sends = sends;
        this.receives = receives;
        this.unit = slots;
        this.observer = observer;
    }

    boolean done() {
        return current == tasks.size();
    }

    /** The last cycle in which the core did anything but wait for the bus. */
    long lastProgress() {
        return lastProgress;
    }

    List<Activity> activities() {
        return activities;
    }

    /** The micro-operation that is being fetched or executed. */
    Task task() {
        return tasks.get(current);
    }

    void evaluate(long cycle) {
        if (done()) {
            return;
        }
        if (fetching) {
            fetch(cycle);
        } else {
            unit.evaluate(cycle);
        }
    }

    private void fetch(long cycle) {
        Activity activity = activities.get(current);
        activity.firstCycle = cycle;
        activity.stall(Stall.FETCH);
        observer.stalled(cycle, core, current, Stall.FETCH);
        observer.fetched(cycle, core, current);
    }

    void commit(long cycle) {
        if (done()) {
            return;
        }
        if (fetching) {
            unit = unit(task());
            unit.begin(task(), activities.get(current));
            fetching = false;
            lastProgress = cycle;
            return;
        }
        boolean last = unit.commit(cycle);
        if (!unit.waiting()) {
            lastProgress = cycle;
        }
        if (last) {
            activities.get(current).lastCycle = cycle;
            current++;
            fetching = true;
        }
    }

    private Unit unit(Task task) {
        return switch (task.operation()) {
            case MicroOperation.Send send -> sends;
            case MicroOperation.Receive receive -> receives;
            default -> slots;
        };
    }
}
