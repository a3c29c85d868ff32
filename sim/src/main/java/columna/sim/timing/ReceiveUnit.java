package columna.sim.timing;

import columna.sim.accounting.BeatPacking;
import columna.sim.program.MicroOperation.Receive;
import java.util.List;
import java.util.Map;

/**
 * Drains one beat per cycle, packet by packet and within a packet sender by sender. The last sender's last beat of a packet
 * completes words; they are written one per cycle, and the next beat is drained when the last of them has been started. Where small errors
 * are skipped, every sender's flags come first, and a packet that no sender has takes a cycle in which nothing is drained.
 */
final class ReceiveUnit implements Unit {

    private static final BeatPacking NO_BEATS = new BeatPacking(0, 1, 1);

    private final int core;
    private final CycleObserver observer;
    private final Map<String, List<BeatQueue>> queues;
    private final Map<String, ReceivePlan> plans;
    private final Commits commits;
    private Task task;
    private Activity activity;
    private ReceivePlan plan;
    private List<BeatQueue> senders = List.of();
    private int parts;
    private int flagged;
    private int packet;
    private int sender;
    private boolean added;
    private int beat;
    private int word;
    private long busyUntil;
    private boolean waiting;

    ReceiveUnit(
            int core,
            int mostCommits,
            Map<String, List<BeatQueue>> queues,
            Map<String, ReceivePlan> plans,
            CycleObserver observer) {
        this.core = core;
        this.observer = observer;
        this.queues = queues;
        this.plans = plans;
        this.commits = new Commits(mostCommits);
        this.plan = new ReceivePlan(NO_BEATS, List.of(), new int[0], new int[0], new int[0]);
    }

    @Override
    public void begin(Task newTask, Activity newActivity) {
        task = newTask;
        activity = newActivity;
        Receive receive = (Receive) newTask.operation();
        plan = plans.get(receive.channel());
        senders = queues.get(receive.channel());
        parts = receive.destination().memory().parts();
        packet = 0;
        sender = 0;
        added = false;
        beat = 0;
        word = 0;
        busyUntil = 0;
        skipFlags(0);
    }

    @Override
    public void evaluate(long cycle) {
        if (commits.due(cycle)) {
            observer.written(cycle, core, activity.index, task.destination(), commits.take());
            activity.writes++;
        }
        waiting = false;
        if (packet == plan.packing().packets()) {
            stall(cycle, Stall.DRAIN);
        } else if (cycle < busyUntil) {
            stall(cycle, Stall.PORT);
        } else if (flagged == senders.size() && !advance()) {
            pass(cycle);
        } else if (senders.get(sender).available(cycle)) {
            drain(cycle);
        } else {
            stall(cycle, Stall.ARRIVAL);
            waiting = true;
        }
    }

    /** Flags of all senders come before the first packet, sender by sender. */
    private void takeFlags() {
        activity.flags++;
        if (beat == plan.masks().get(sender).flagBeats()) {
            beat = 0;
            skipFlags(sender + 1);
        }
    }

    /** Senders without flags have been heard already. */
    private void skipFlags(int next) {
        sender = next;
        while (sender < senders.size() && plan.masks().get(sender).flagBeats() == 0) {
            sender++;
        }
        flagged = sender;
        sender = flagged == senders.size() ? 0 : flagged;
    }

    /** Goes on to the next sender of the packet; false if there is none. */
    private boolean advance() {
        while (sender < senders.size() && !plan.masks().get(sender).packets().get(packet)) {
            sender++;
        }
        return sender < senders.size();
    }

    /** A packet that nobody has sent: its words are zero. */
    private void pass(long cycle) {
        observer.issued(cycle, core, activity.index, (int) activity.slots);
        activity.slots++;
        finish(cycle);
    }

    private void stall(long cycle, Stall reason) {
        activity.stall(reason);
        observer.stalled(cycle, core, activity.index, reason);
    }

    private void drain(long cycle) {
        senders.get(sender).drain();
        observer.issued(cycle, core, activity.index, (int) activity.slots);
        activity.slots++;
        activity.beats++;
        beat++;
        if (flagged < senders.size()) {
            takeFlags();
            return;
        }
        if (beat < plan.packing().beatsPerPacket()) {
            return;
        }
        beat = 0;
        activity.adds += added ? (long) plan.elements(packet) * parts : 0;
        added = true;
        sender++;
        if (!advance()) {
            finish(cycle);
        }
    }

    private void finish(long cycle) {
        sender = 0;
        added = false;
        complete(cycle);
        packet++;
    }

    private void complete(long cycle) {
        long commit = cycle + task.latency();
        int end = plan.wordEnd()[packet];
        busyUntil = cycle + Math.max(1, end - word);
        for (; word < end; word++) {
            activity.finished += plan.sizes()[word];
            commits.add(commit++, plan.words()[word]);
        }
    }

    @Override
    public boolean commit(long cycle) {
        for (int i = 0; i < senders.size(); i++) {
            senders.get(i).release();
        }
        return packet == plan.packing().packets() && commits.isEmpty();
    }

    @Override
    public boolean waiting() {
        return waiting;
    }
}
