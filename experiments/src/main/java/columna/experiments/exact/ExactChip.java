package columna.experiments.exact;

import columna.fixedpoint.table.LookupTable;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * One more interpretation of a chip's programs: every micro-operation in double precision, tables replaced by the functions that they sample. It
 * says what each signal would be if words had no width. Not fast, and not safe for use by several threads.
 */
public final class ExactChip {

    /** Told what was written. */
    @FunctionalInterface
    public interface Probe {

        /**
         * A micro-operation has written a memory.
         *
         * @param core index of the core
         * @param phase phase of the time step
         * @param memory the memory's name
         */
        void written(int core, Phase phase, String memory);
    }

    private final Chip chip;
    private final Function<LookupTable, DoubleUnaryOperator> functions;
    private final List<Map<String, ExactMemory>> cores = new ArrayList<>();
    private final Map<String, double[][]> channels = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();

    /**
     * A chip whose memories are all zero.
     *
     * @param functions what a table samples
     */
    public ExactChip(Chip chip, Function<LookupTable, DoubleUnaryOperator> functions) {
        this.chip = chip;
        this.functions = functions;
        chip.cores().forEach(core -> {
            Map<String, ExactMemory> memories = new LinkedHashMap<>();
            core.program().memories().forEach(memory -> memories.put(memory.name(), new ExactMemory(memory)));
            cores.add(memories);
        });
    }

    /** The numbers of a memory of a core in row-major order, not a copy. */
    public double[] numbers(int core, String memory, boolean imaginaryPart) {
        ExactMemory found = memory(core, memory);
        return imaginaryPart ? found.imaginary : found.real;
    }

    private ExactMemory memory(int core, String name) {
        ExactMemory memory = cores.get(core).get(name);
        if (memory == null) {
            throw new IllegalArgumentException("core " + chip.cores().get(core).name() + " has no memory " + name);
        }
        return memory;
    }

    /** Puts numbers on a channel that the host owns. */
    public void send(String channel, double[] numbers) {
        channels.put(channel, new double[][] {numbers.clone(), {}});
    }

    /** Computes what is derived from parameters. */
    public void prepare() {
        for (int core = 0; core < cores.size(); core++) {
            for (MicroOperation operation : chip.cores().get(core).program().phase(Phase.PREPARE)) {
                run(core, operation);
            }
        }
    }

    /** Runs a time step: every core as far as it comes without waiting, again and again. */
    public void step(StepKind kind, Probe probe) {
        sent.clear();
        List<List<StepKind.Issued>> programs = chip.cores().stream().map(core -> kind.operations(core.program())).toList();
        int[] next = new int[programs.size()];
        boolean progress = true;
        while (progress) {
            progress = false;
            for (int core = 0; core < next.length; core++) {
                while (next[core] < programs.get(core).size() && ready(programs.get(core).get(next[core]).operation())) {
                    StepKind.Issued issued = programs.get(core).get(next[core]++);
                    run(core, issued.operation());
                    if (issued.operation() instanceof MicroOperation.Writing writing) {
                        probe.written(core, issued.phase(), writing.destination().memory().name());
                    }
                    progress = true;
                }
            }
        }
    }

    private boolean ready(MicroOperation operation) {
        if (!(operation instanceof Receive receive)) {
            return true;
        }
        Channel channel = chip.channels().get(receive.channel());
        return channel.senders().equals(List.of(Channel.HOST)) || sent.getOrDefault(channel.name(), 0) >= channel.senders().size();
    }

    private void run(int core, MicroOperation operation) {
        switch (operation) {
            case SumOfProducts sum -> new ExactSum(sum, name -> memory(core, name)).run();
            case LookUp lookUp -> lookUp(core, lookUp);
            case Maximum maximum -> maximum(core, maximum);
            case Send send -> send(core, send);
            case Receive receive -> receive(core, receive);
        }
    }

    private void lookUp(int core, LookUp lookUp) {
        DoubleUnaryOperator function = functions.apply(lookUp.table().contents());
        double[] from = words(core, lookUp.source());
        double[] to = words(core, lookUp.destination());
        for (int k = 0; k < to.length; k++) {
            to[k] = function.applyAsDouble(from[k]);
        }
    }

    private double[] words(int core, columna.sim.program.Operand operand) {
        return memory(core, operand.memory().name()).words(operand, false);
    }

    private void maximum(int core, Maximum maximum) {
        double[] from = words(core, maximum.source());
        double[] to = words(core, maximum.destination());
        int run = from.length / to.length;
        for (int k = 0; k < to.length; k++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < run; j++) {
                largest = Math.max(largest, from[k * run + j]);
            }
            to[k] = largest;
        }
    }

    private void send(int core, Send send) {
        ExactMemory source = memory(core, send.source().memory().name());
        boolean first = sent.merge(send.channel(), 1, Integer::sum) == 1;
        double[][] carried = first ? new double[][] {new double[source.real.length], new double[source.imaginary.length]} : channels.get(send.channel());
        add(source.real, carried[0]);
        add(source.imaginary, carried[1]);
        channels.put(send.channel(), carried);
    }

    private static void add(double[] from, double[] to) {
        for (int k = 0; k < from.length; k++) {
            to[k] += from[k];
        }
    }

    private void receive(int core, Receive receive) {
        double[][] carried = channels.get(receive.channel());
        if (carried == null) {
            throw new IllegalStateException("nothing was sent on " + receive.channel());
        }
        ExactMemory destination = memory(core, receive.destination().memory().name());
        for (int k = 0; k < destination.real.length; k++) {
            destination.real[k] = destination.kept(carried[0][k]);
        }
        if (destination.memory.complex()) {
            System.arraycopy(carried[1], 0, destination.imaginary, 0, destination.imaginary.length);
        }
    }

    /** The memories of a core as they are declared. */
    public List<Memory> memories(int core) {
        return cores.get(core).values().stream().map(memory -> memory.memory).toList();
    }
}
