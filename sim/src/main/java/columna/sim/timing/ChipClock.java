package columna.sim.timing;

import columna.sim.accounting.Blocks;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.SentErrors;
import columna.sim.interconnect.Interconnect;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One time step being executed: all cores and the bus, cycle by cycle. */
final class ChipClock {

    /** Cycles between two looks for a deadlock. */
    private static final int WATCH_CYCLES = 1024;

    private final Blocks blocks;
    private final StepKind kind;
    private final CycleObserver observer;
    private final Interconnect interconnect;
    private final Wiring wiring;
    private final BusClock bus;
    private final CoreClock[] cores;
    private final CoreClock[] visited;
    private final int longestWait;
    private long cycle;

    /**
     * @param errors the errors that are sent, where small ones are skipped
     * @param order the order in which cores are visited in a cycle; no result depends on it
     */
    ChipClock(
            Blocks blocks, StepKind kind, SentErrors errors, List<List<Task>> tasks, int[] order, CycleObserver observer) {
        Chip chip = blocks.chip();
        this.blocks = blocks;
        this.kind = kind;
        this.observer = observer;
        this.interconnect = blocks.interconnect();
        this.wiring = new Wiring(chip, interconnect, kind, errors);
        List<Requester> requesters = new ArrayList<>();
        this.cores = new CoreClock[chip.cores().size()];
        for (int core = 0; core < cores.length; core++) {
            Requester requester = new Requester();
            requesters.add(requester);
            cores[core] = core(core, tasks.get(core), requester);
        }
        wiring.host().forEach(channel -> requesters.add(channel.requester()));
        int longestRoute = chip.bus().hopCycles() * interconnect.longestWay();
        this.bus = new BusClock(requesters, interconnect.segments(), longestRoute);
        this.visited = new CoreClock[cores.length];
        for (int i = 0; i < order.length; i++) {
            visited[i] = cores[order[i]];
        }
        this.longestWait = longestRoute + chip.pipeline().memoryReadCycles() + 2;
    }

    private CoreClock core(int index, List<Task> tasks, Requester requester) {
        Chip chip = blocks.chip();
        Core core = chip.cores().get(index);
        List<Activity> activities = Activities.of(kind, core.program());
        List<Task> issued = new ArrayList<>();
        Map<String, ReceivePlan> receives = new HashMap<>();
        int latency = 1;
        int words = 1;
        for (Activity activity : activities) {
            MicroOperation operation = activity.issued.operation();
            Task task = tasks.stream().filter(t -> t.operation() == operation).findFirst().orElseThrow();
            issued.add(masked(index, task));
            latency = Math.max(latency, task.latency());
            if (operation instanceof Receive receive) {
                var packing = Task.packing(chip, receive.channel());
                words = Math.max(words, packing.elementsPerPacket());
                receives.put(
                        receive.channel(),
                        ReceivePlan.of(
                                receive.destination().memory(), packing, wiring.masks(receive.channel()), core.hardware().lanes()));
            }
        }
        var ports = core.hardware().ports();
        return new CoreClock(
                index,
                issued,
                activities,
                new SlotUnit(index, ports, latency + 1, observer),
                new SendUnit(
                        index, ports, chip.pipeline().memoryReadCycles(), requester, wiring.routes(index), observer),
                new ReceiveUnit(index, latency + words + 1, wiring.queues(index), receives, observer),
                observer);
    }

    /** Where small errors are skipped, a send's beats are those of this step. */
    private Task masked(int core, Task task) {
        Chip chip = blocks.chip();
        return task.operation() instanceof MicroOperation.Send send && chip.skips(chip.channels().get(send.channel()))
                ? task.sending(wiring.mask(core, send.channel()), chip, chip.cores().get(core).hardware().lanes())
                : task;
    }

    /** The cycle that comes next. */
    long cycle() {
        return cycle;
    }

    /** Whether all cores are done and the bus is empty; only the barrier is left then. */
    boolean finished() {
        for (CoreClock core : cores) {
            if (!core.done()) {
                return false;
            }
        }
        return cycle >= bus.emptyFrom() && wiring.host().stream().allMatch(HostChannel::done);
    }

    /** One cycle: everybody reads the state that the last cycle left, then everybody changes it. */
    void tick() {
        List<HostChannel> host = wiring.host();
        for (CoreClock core : visited) {
            core.evaluate(cycle);
        }
        for (int i = 0; i < host.size(); i++) {
            host.get(i).evaluate();
        }
        bus.arbitrate(cycle);
        for (CoreClock core : visited) {
            core.commit(cycle);
        }
        for (int i = 0; i < host.size(); i++) {
            host.get(i).commit(cycle, observer);
        }
        if (++cycle % WATCH_CYCLES == 0) {
            checkProgress();
        }
    }

    private void checkProgress() {
        long last = 0;
        StringBuilder waiting = new StringBuilder();
        for (int i = 0; i < cores.length; i++) {
            last = Math.max(last, cores[i].lastProgress());
            if (!cores[i].done()) {
                waiting.append(waiting.isEmpty() ? "" : ", ").append(blocks.chip().cores().get(i).name())
                        .append(" at '").append(cores[i].task().operation().text()).append('\'');
            }
        }
        for (HostChannel channel : wiring.host()) {
            last = Math.max(last, channel.lastProgress());
        }
        if (cycle - last > longestWait && !waiting.isEmpty()) {
            throw new IllegalArgumentException("a time step (" + kind + ") never ends: " + waiting
                    + " wait for each other, so their sends and receives need another order");
        }
    }

    /** Words that a micro-operation of a core has committed before the cycle that comes next. */
    long committedWords(int core, int operation) {
        return cores[core].activities().get(operation).writes;
    }

    StepOutcome outcome(OptionalLong deadlineCycles) {
        List<CoreOutcome> outcomes = new ArrayList<>();
        Counting counting = new Counting(blocks);
        for (int i = 0; i < cores.length; i++) {
            Core core = blocks.chip().cores().get(i);
            outcomes.add(Activities.outcome(core, cores[i].activities()));
            for (Activity activity : cores[i].activities()) {
                counting.add(i, activity, wiring.routes(i));
            }
        }
        wiring.host().forEach(counting::addHost);
        List<StepOutcome.Segment> traffic = new ArrayList<>();
        for (int segment = 0; segment < interconnect.segments(); segment++) {
            traffic.add(new StepOutcome.Segment(interconnect.name(segment), bus.beats(segment)));
        }
        Map<Phase, Long> phases = Activities.phases(kind, outcomes);
        long total = cycle + 1;
        long barrier = total - phases.values().stream().mapToLong(c -> c).sum();
        return new StepOutcome(
                kind, total, phases, barrier, outcomes, traffic, wiring.traffic(), counting.counts(), deadlineCycles);
    }
}
