package columna.sim.function;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.RandomWords;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.chip.SentErrors;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.MicroOperation.Writing;
import columna.sim.program.MicroOperation;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The chip's bits: memories of all cores, advanced one time step at a time. Untimed; not safe for use by several threads.
 */
public final class FunctionalChip {

    /** Told what was written, when somebody observes. */
    @FunctionalInterface
    public interface Probe {

        /**
         * A micro-operation has written its destination.
         *
         * @param core index of the core
         * @param phase phase of the time step
         * @param destination the memory that was written; not to be changed
         */
        void written(int core, Phase phase, Cells destination);
    }

    /** Told what the host does, before it is done. */
    public interface HostListener {

        /** The host puts words on a channel; the array is not to be changed. */
        void sends(String channel, int[] words);

        /** A time step begins. */
        void steps(StepKind kind);
    }

    private static final HostListener NOBODY = new HostListener() {
        @Override
        public void sends(String channel, int[] words) {}

        @Override
        public void steps(StepKind kind) {}
    };

    private final Chip chip;
    private HostListener listener = NOBODY;
    private final RowKernels kernels;
    private final List<Integer> order;
    private final List<CoreState> cores = new ArrayList<>();
    private final Map<String, Mailbox> mailboxes = new LinkedHashMap<>();
    private final Map<StepKind, BoundStep[]> fast = new HashMap<>();
    private final Map<StepKind, List<BoundStep>> observed = new HashMap<>();
    private final Map<String, SignalRecord> records = new LinkedHashMap<>();
    private final Map<SentErrors.Sender, BitSet> sentErrors = new HashMap<>();

    private enum Way {
        FAST,
        OBSERVED,
        DEFINITION
    }

    /** A micro-operation ready to run. */
    record BoundStep(int core, Phase phase, MicroOperation operation, Optional<Cells> destination, Step step) {}

    /** A chip with all words zero. */
    public FunctionalChip(Chip chip, RowKernels kernels) {
        this(chip, kernels, IntStream.range(0, chip.cores().size()).boxed().toList());
    }

    /**
     * As {@link #FunctionalChip(Chip, RowKernels)}, visiting cores in the given order.
     *
     * @param order a permutation of the cores' indices; it cannot change a bit
     */
    public FunctionalChip(Chip chip, RowKernels kernels, List<Integer> order) {
        this.chip = chip;
        this.kernels = kernels;
        this.order = List.copyOf(order);
        Lfsr lfsr = chip.random().lfsr();
        for (int index = 0; index < chip.cores().size(); index++) {
            Lfsr own = new Lfsr(lfsr.width(), lfsr.mask(), seed(lfsr, index));
            cores.add(new CoreState(chip.cores().get(index).program(), RandomWords.of(own, chip.random().bits())));
        }
        chip.channels().forEach((name, channel) -> mailboxes.put(
                name, new Mailbox(channel.senders().size(), channel.receivers().size(), chip.payloadFormat(name))));
        chip.signals().keySet().forEach(signal -> records.put(signal, new SignalRecord()));
    }

    /** Every core's register starts at a different place of the one cycle: the chip's seed advanced by a odd stride. */
    private static long seed(Lfsr lfsr, int core) {
        long state = lfsr.seed();
        for (int i = 0; i < core * 37; i++) {
            state = lfsr.next(state);
        }
        return state;
    }

    /** The chip. */
    public Chip chip() {
        return chip;
    }

    /** A memory of a core. */
    public Cells cells(int core, String memory) {
        Cells cells = cores.get(core).memories().get(memory);
        if (cells == null) {
            throw new IllegalArgumentException("core " + chip.cores().get(core).name() + " has no memory " + memory);
        }
        return cells;
    }

    /** Events of a signal over all observed time steps and all cores. */
    public Map<String, SignalRecord> records() {
        return Collections.unmodifiableMap(records);
    }

    /** The state of a core's shift register after the random words used so far. */
    public long shiftRegister(int core) {
        Lfsr lfsr = chip.random().lfsr();
        long state = seed(lfsr, core);
        long clocks = Math.multiplyExact(cores.get(core).randomUses(), chip.random().bits());
        for (long i = 0; i < clocks; i++) {
            state = lfsr.next(state);
        }
        return state;
    }

    /** The format in which a channel carries words. */
    public Format payloadFormat(String channel) {
        return mailboxes.get(channel).format();
    }

    /** Puts words on a channel that the host owns; consumed by the next time step that receives it. */
    public void send(String channel, int[] words) {
        listener.sends(channel, words);
        mailboxes.get(channel).send(new int[][] {words.clone()});
    }

    /** Tells somebody, from now on, what the host does. */
    public void listen(HostListener newListener) {
        listener = newListener;
    }

    /** Computes what is derived from parameters; due once after loading them. */
    public void prepare() {
        for (int core : order) {
            for (MicroOperation operation : chip.cores().get(core).program().phase(Phase.PREPARE)) {
                bind(core, Phase.PREPARE, operation, Way.FAST).step().run();
            }
        }
    }

    /** Runs one time step. */
    public void step(StepKind kind) {
        sentErrors.clear();
        listener.steps(kind);
        for (BoundStep step : steps(kind)) {
            step.step().run();
        }
    }

    /** What a time step runs, in order. */
    BoundStep[] steps(StepKind kind) {
        return fast.computeIfAbsent(kind, k -> bind(k, Way.FAST).toArray(BoundStep[]::new));
    }

    /** Runs one time step with equal bits, recording events and telling the probe of every write. */
    public void step(StepKind kind, Probe probe) {
        sentErrors.clear();
        listener.steps(kind);
        run(observed.computeIfAbsent(kind, k -> bind(k, Way.OBSERVED)), probe);
    }

    /** What the last time step sent on channels whose small errors are skipped. */
    public SentErrors sentErrors() {
        return sentErrors.isEmpty() ? SentErrors.NONE : new SentErrors(sentErrors);
    }

    /** As {@link #step(StepKind, Probe)} with every sum of products computed element by element from its definition. */
    void stepByDefinition(StepKind kind) {
        run(bind(kind, Way.DEFINITION), (core, phase, cells) -> {});
    }

    private static void run(List<BoundStep> steps, Probe probe) {
        for (BoundStep step : steps) {
            step.step().run();
            step.destination().ifPresent(cells -> probe.written(step.core(), step.phase(), cells));
        }
    }

    private List<BoundStep> bind(StepKind kind, Way way) {
        return Schedule.of(chip, kind, order).stream()
                .map(entry -> bind(entry.core(), entry.issued().phase(), entry.issued().operation(), way))
                .toList();
    }

    private BoundStep bind(int index, Phase phase, MicroOperation operation, Way way) {
        CoreState core = cores.get(index);
        int bits = chip.random().bits();
        SignalRecord record = way != Way.FAST && operation instanceof Writing writing
                ? records.get(writing.destination().memory().name())
                : SignalRecord.NONE;
        Step step =
                switch (operation) {
                    case SumOfProducts sum when way == Way.DEFINITION -> new ExactSum(sum, core, bits, record);
                    case SumOfProducts sum when way == Way.OBSERVED -> RowSum.observed(sum, core, kernels, bits, record)
                            .orElseGet(() -> new ExactSum(sum, core, bits, record));
                    case SumOfProducts sum -> RowSum.compile(sum, core, kernels, bits)
                            .orElseGet(() -> new ExactSum(sum, core, bits, new SignalRecord()));
                    case LookUp lookUp -> new TableStep(lookUp, core, record);
                    case Maximum maximum -> new MaximumStep(maximum, core, record);
                    case Send send -> sending(send, index);
                    case Receive receive -> new ReceiveStep(
                            receive, core, mailboxes.get(receive.channel()), kernels, bits, record);
                };
        Optional<Cells> destination = operation instanceof Writing writing
                ? Optional.of(core.cells(writing.destination().memory()))
                : Optional.empty();
        return new BoundStep(index, phase, operation, destination, step);
    }

    /** What the host receives leaves the chip; nobody here waits for it. */
    private Step sending(Send send, int core) {
        Channel channel = chip.channels().get(send.channel());
        boolean toHost = channel.receivers().equals(List.of(Channel.HOST));
        if (toHost) {
            return () -> {};
        }
        Cells source = cores.get(core).cells(send.source().memory());
        Mailbox mailbox = mailboxes.get(send.channel());
        if (chip.skips(channel)) {
            long least = chip.bus().leastSentRaw(source.memory().format());
            return new SkippingSend(source, least, mailbox, new SentErrors.Sender(core, channel.name()), sentErrors);
        }
        return () -> mailbox.send(source);
    }

    /** The signals of the chip with their declarations. */
    public Map<String, Memory> signals() {
        return chip.signals();
    }
}
