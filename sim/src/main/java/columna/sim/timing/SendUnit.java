package columna.sim.timing;

import columna.hardware.block.Ports;
import columna.sim.program.MicroOperation.Send;
import java.util.Map;

/**
 * Reads beats into a queue as deep as the read latency and one more, and offers its head to the bus. A beat is not read
 * while the queue, beats on their way to it included, is full.
 */
final class SendUnit implements Unit {

    private final int core;
    private final CycleObserver observer;
    private final Requester requester;
    private final Map<String, Route> routes;
    private final BankReads reads;
    private final long[] offeredFrom;
    private Task task;
    private Activity activity;
    private Route route = Route.NONE;
    private int beats;
    private int issued;
    private int granted;
    private boolean offering;
    private boolean busy;
    private boolean port;

    SendUnit(int core, Ports ports, int readCycles, Requester requester, Map<String, Route> routes, CycleObserver observer) {
        this.core = core;
        this.observer = observer;
        this.requester = requester;
        this.routes = routes;
        this.reads = new BankReads(core, ports, observer);
        this.offeredFrom = new long[readCycles + 1];
    }

    @Override
    public void begin(Task newTask, Activity newActivity) {
        task = newTask;
        activity = newActivity;
        route = routes.get(((Send) newTask.operation()).channel());
        beats = newTask.plan().slots();
        issued = 0;
        granted = 0;
        reads.begin(newTask, newActivity);
    }

    @Override
    public void evaluate(long cycle) {
        offering = granted < issued && offeredFrom[granted % offeredFrom.length] <= cycle;
        if (offering) {
            requester.request(route);
        }
        boolean room = issued < beats && issued - granted < offeredFrom.length;
        busy = room && reads.serve(cycle, issued, false);
        port = room && !busy;
        if (busy) {
            observer.issued(cycle, core, activity.index, issued);
            offeredFrom[issued++ % offeredFrom.length] = cycle + task.latency();
            activity.slots++;
        }
    }

    @Override
    public boolean commit(long cycle) {
        boolean accepted = requester.answer();
        if (accepted) {
            observer.granted(cycle, core, route.channel(), granted);
            granted++;
            activity.beats++;
        }
        if (!busy) {
            Stall reason = port ? Stall.PORT : issued < beats || offering && !accepted ? Stall.BUS : Stall.DRAIN;
            activity.stall(reason);
            observer.stalled(cycle, core, activity.index, reason);
        }
        return granted == beats;
    }

    @Override
    public boolean waiting() {
        return !busy && !port;
    }
}
