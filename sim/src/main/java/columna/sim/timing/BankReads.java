package columna.sim.timing;

import columna.hardware.block.Ports;

/** Gives the reads of a slot their ports, in the order of positions; a read that finds no port keeps later ones waiting. */
final class BankReads {

    private final int core;
    private final CycleObserver observer;
    private final int readPorts;
    private final boolean sharedWithWrites;
    private SlotPlan plan;
    private Task task;
    private Activity activity;
    private int next;

    BankReads(int core, Ports ports, CycleObserver observer) {
        this.core = core;
        this.observer = observer;
        this.readPorts = ports == Ports.TWO_READ_ONE_WRITE ? 2 : 1;
        this.sharedWithWrites = ports == Ports.ONE_READ_WRITE;
    }

    void begin(Task newTask, Activity newActivity) {
        task = newTask;
        plan = newTask.plan();
        activity = newActivity;
        next = 0;
    }

    /** Serves what can be served in this cycle; true once all reads of the slot have been. */
    boolean serve(long cycle, int slot, boolean writing) {
        int end = plan.readEnd[slot];
        int bank = -1;
        int free = 0;
        while (next < end) {
            int source = plan.readSource[next];
            int wanted = task.banks()[source];
            if (wanted != bank) {
                bank = wanted;
                free = sharedWithWrites && writing && wanted == task.destinationBank() ? 0 : readPorts;
            }
            if (free-- == 0) {
                return false;
            }
            activity.reads[source]++;
            observer.read(cycle, core, activity.index, task.sources().get(source), plan.readWord[next]);
            next++;
        }
        return true;
    }
}
