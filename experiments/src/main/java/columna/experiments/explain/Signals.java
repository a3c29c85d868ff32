package columna.experiments.explain;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.table.Interpolation;
import columna.fixedpoint.table.LookupTable;
import columna.fixedpoint.table.Power;
import columna.fixedpoint.table.Segments;
import columna.hardware.block.Ports;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.RandomHardware;
import columna.sim.cores.Design;
import columna.sim.cores.LearningRule;
import columna.sim.cores.LruChip;
import columna.sim.cores.NetworkShape;
import columna.sim.cores.Optimiser;
import columna.sim.cores.RecurrentCell;
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.Writing;
import columna.sim.program.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every signal that a chip can have, found by building a tiny chip for each learning rule and each optimiser and reading its programs; so no
 * list of signals exists that could disagree with the simulator.
 */
public final class Signals {

    /**
     * A signal.
     *
     * @param name dotted name
     * @param shape its axes as the programs call them, {@code [n,h]}, empty for a scalar
     * @param complex whether an element has two words
     * @param purpose the purpose that reports group memory by
     * @param learning whether only learning needs it
     * @param equations the micro-operations that write it, in the order of the time step, over all rules and optimisers
     */
    public record Signal(String name, String shape, boolean complex, String purpose, boolean learning, Set<String> equations) {
        /** For a list. */
        public String oneLine() {
            return (complex ? "complex " : "real ") + (shape.isEmpty() ? "scalar" : shape) + ", " + purpose;
        }
    }

    static final Format ANY = Format.parse("fixed<12,4,RND,SAT>");
    private static final Map<String, Signal> SIGNALS = collect();

    private Signals() {}

    /** All of them, encoder first. */
    public static Collection<Signal> all() {
        return SIGNALS.values();
    }

    /** Their names. */
    public static Set<String> names() {
        return new LinkedHashSet<>(SIGNALS.keySet());
    }

    private static Map<String, Signal> collect() {
        Map<String, Signal> signals = new LinkedHashMap<>();
        Optimiser descent = new Optimiser.GradientDescent();
        for (LearningRule rule : LearningRule.values()) {
            for (boolean withinSequence : List.of(false, true)) {
                chip(rule, descent, withinSequence).cores().forEach(core -> add(signals, core));
            }
        }
        for (LearningRule rule : LearningRule.values()) {
            Design design = new Design(rule, descent, false, signal -> ANY, Signals::table);
            layout().build(design, RecurrentCell.DENSE).cores().forEach(core -> add(signals, core));
        }
        // Optimisers add to what a rule declares and do not depend on it.
        for (Optimiser optimiser : List.of(new Optimiser.Momentum(3), new Optimiser.Adam(3, 10))) {
            Design design = new Design(LearningRule.ONLINE, optimiser, true, signal -> ANY, Signals::table);
            for (RecurrentCell cell : List.of(RecurrentCell.COMPLEX, RecurrentCell.DENSE)) {
                layout().build(design, cell).cores().forEach(core -> add(signals, core));
            }
        }
        Design design = new Design(LearningRule.SPATIAL, descent, false, signal -> ANY, Signals::table);
        layout(true).build(design).cores().forEach(core -> add(signals, core));
        return signals;
    }

    private static void add(Map<String, Signal> signals, Core core) {
        add(signals, core.program());
    }

    /** Adds what a program declares. */
    static void add(Map<String, Signal> signals, CoreProgram program) {
        for (Memory memory : program.memories()) {
            Signal signal = signals.computeIfAbsent(memory.name(), name -> new Signal(name, shape(memory), memory.complex(),
                    memory.purpose().label(), memory.purpose().learning(), new LinkedHashSet<>()));
            program.phases().values().stream().flatMap(List::stream)
                    .filter(operation -> operation instanceof Writing writing && writing.destination().memory().equals(memory))
                    .forEach(operation -> signal.equations().add(operation.text()));
        }
    }

    private static String shape(Memory memory) {
        return memory.axes().isEmpty() ? "" : memory.axes().stream().map(Axis::name).collect(Collectors.joining(",", "[", "]"));
    }

    private static Chip chip(LearningRule rule, Optimiser optimiser, boolean withinSequence) {
        return layout().build(new Design(rule, optimiser, withinSequence, signal -> ANY, Signals::table));
    }

    private static LruChip layout() {
        return layout(false);
    }

    private static LruChip layout(boolean averaged) {
        CoreHardware core = new CoreHardware(1, Ports.ONE_READ_ONE_WRITE);
        return new LruChip(new NetworkShape(2, 2, 1, 1, 1, 2, averaged), 1, core, core, new PipelineHardware(1, 1, 1),
                new BusHardware(64, 1, 4), new RandomHardware(Lfsr.named("LFSR16", 1), 8));
    }

    /** Contents do not matter here, only that the programs can be built. */
    static Table table(String name, Nonlinearity nonlinearity, Format input, Format output) {
        return new Table(name, switch (nonlinearity) {
            case RECIPROCAL, RECIPROCAL_SQUARE_ROOT ->
                LookupTable.normalised(Power.RECIPROCAL, input, 2, Interpolation.NONE, output, output);
            default -> LookupTable.direct(Segments.covering(input, 2), Interpolation.NONE, output, output, x -> 0);
        });
    }
}
