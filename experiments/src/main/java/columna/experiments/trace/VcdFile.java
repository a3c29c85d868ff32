package columna.experiments.trace;

import columna.experiments.trace.TracedRun.Placed;
import columna.sim.accounting.BankShape;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Memory;
import columna.sim.timing.OperationOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a value change dump: a scope for each core with phase, micro-operation, stall, and read and write of each bank with the word's
 * address; a scope for the bus with the beat that each channel is granted; the kind and number of the time step.
 */
final class VcdFile {

    private static final String NOTHING = "z";

    /** A signal: its identifier in the file, its bits (0 for text), and what it is when nothing happens. */
    private record Signal(String id, int bits, String idle) {}

    private final TracedRun run;
    private final TraceRequest request;
    private final long picosecondsPerCycle;
    private final PrintWriter out;
    private final Map<String, Signal> signals = new LinkedHashMap<>();
    private final Map<Signal, String> present = new LinkedHashMap<>();

    VcdFile(TracedRun run, TraceRequest request, double clockMhz, PrintWriter out) {
        this.run = run;
        this.request = request;
        this.picosecondsPerCycle = Math.max(1, Math.round(1e6 / clockMhz));
        this.out = out;
    }

    void write() {
        header();
        boolean dumped = false;
        for (Placed placed : run.steps()) {
            for (Map.Entry<Long, Map<Signal, String>> at : changes(placed).entrySet()) {
                if (at.getKey() >= request.to()) {
                    break;
                }
                if (!dumped && at.getKey() > request.from()) {
                    dump();
                    dumped = true;
                }
                put(at.getKey(), at.getValue(), dumped);
            }
        }
        if (!dumped) {
            dump();
        }
        out.println("#" + request.to() * picosecondsPerCycle);
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("the waveforms could not be written whole"));
        }
    }

    private void header() {
        Chip chip = run.chip();
        out.println("$comment Cycles " + request.from() + " to " + request.to() + " of a run's learning; a cycle takes " + picosecondsPerCycle
                + " ps, cycle 0 is time 0. $end");
        out.println("$timescale 1 ps $end");
        out.println("$scope module chip $end");
        declare("", "time_step", 48, "x");
        declare("", "step_kind", 0, "");
        out.println("$scope module bus $end");
        chip.channels().keySet().forEach(channel -> declare("bus/", channel, 32, NOTHING));
        out.println("$upscope $end");
        for (Core core : chip.cores()) {
            String scope = core.name() + "/";
            out.println("$scope module " + name(core.name()) + " $end");
            declare(scope, "phase", 0, "");
            declare(scope, "micro_operation", 0, "");
            declare(scope, "stall", 0, "");
            for (Memory memory : core.program().memories()) {
                int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(BankShape.of(memory, core.hardware().lanes()).words() - 1));
                declare(scope, memory.name() + ".read", bits, NOTHING);
                declare(scope, memory.name() + ".write", bits, NOTHING);
            }
            out.println("$upscope $end");
        }
        out.println("$upscope $end");
        out.println("$enddefinitions $end");
    }

    private void declare(String scope, String name, int bits, String idle) {
        Signal signal = new Signal(identifier(signals.size()), bits, idle);
        signals.put(scope + name, signal);
        present.put(signal, idle);
        out.println("$var " + (bits == 0 ? "string 1 " : "wire " + bits + " ") + signal.id() + " " + name(name)
                + (bits > 1 ? " [" + (bits - 1) + ":0]" : "") + " $end");
    }

    /** Reports' names, with underscores for what waveform viewers take for an index. */
    private static String name(String name) {
        return name.replace('[', '_').replace("]", "");
    }

    /** Printable characters without the space, as the format wants. */
    private static String identifier(int number) {
        StringBuilder id = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / 94 - 1) {
            id.append((char) ('!' + rest % 94));
        }
        return id.toString();
    }

    /** What changes in a step, on the run's axis. */
    private TreeMap<Long, Map<Signal, String>> changes(Placed placed) {
        TracedStep step = placed.step();
        TreeMap<Long, Map<Signal, String>> changes = new TreeMap<>();
        set(changes, placed.start(), "time_step", Long.toString(placed.number()));
        set(changes, placed.start(), "step_kind", step.kind().toString());
        for (int core = 0; core < step.operations().size(); core++) {
            String scope = run.chip().cores().get(core).name() + "/";
            for (OperationOutcome operation : step.operations().get(core)) {
                span(changes, placed, operation, scope + "phase", operation.issued().phase().label());
                span(changes, placed, operation, scope + "micro_operation", operation.issued().operation().text());
            }
        }
        step.stalls().forEach(stall -> pulse(changes, placed.start() + stall.cycle(), scope(stall.core()) + "stall", stall.reason().label()));
        step.reads().forEach(read -> pulse(
                changes, placed.start() + read.cycle(), scope(read.core()) + read.memory() + ".read", Integer.toString(read.word())));
        step.writes().forEach(write -> pulse(
                changes, placed.start() + write.cycle(), scope(write.core()) + write.memory() + ".write", Integer.toString(write.word())));
        step.grants().forEach(grant -> pulse(changes, placed.start() + grant.cycle(), "bus/" + grant.channel(), Integer.toString(grant.beat())));
        return changes;
    }

    private String scope(int core) {
        return run.chip().cores().get(core).name() + "/";
    }

    private void span(TreeMap<Long, Map<Signal, String>> changes, Placed placed, OperationOutcome operation, String signal, String value) {
        set(changes, placed.start() + operation.firstCycle(), signal, value);
        fall(changes, placed.start() + operation.lastCycle() + 1, signal);
    }

    private void pulse(TreeMap<Long, Map<Signal, String>> changes, long cycle, String signal, String value) {
        set(changes, cycle, signal, value);
        fall(changes, cycle + 1, signal);
    }

    private void set(TreeMap<Long, Map<Signal, String>> changes, long cycle, String signal, String value) {
        changes.computeIfAbsent(cycle, c -> new LinkedHashMap<>()).put(signals.get(signal), value);
    }

    /** Back to idle, unless something else happens in that cycle. */
    private void fall(TreeMap<Long, Map<Signal, String>> changes, long cycle, String signal) {
        changes.computeIfAbsent(cycle, c -> new LinkedHashMap<>()).putIfAbsent(signals.get(signal), signals.get(signal).idle());
    }

    private void dump() {
        out.println("#" + request.from() * picosecondsPerCycle);
        out.println("$dumpvars");
        present.forEach((signal, value) -> out.println(line(signal, value)));
        out.println("$end");
    }

    private void put(long cycle, Map<Signal, String> values, boolean shown) {
        List<String> lines = new ArrayList<>();
        values.forEach((signal, value) -> {
            if (!present.put(signal, value).equals(value)) {
                lines.add(line(signal, value));
            }
        });
        if (shown && !lines.isEmpty()) {
            out.println("#" + cycle * picosecondsPerCycle);
            lines.forEach(out::println);
        }
    }

    private static String line(Signal signal, String value) {
        if (signal.bits() == 0) {
            return "s" + value.replace(' ', '_') + " " + signal.id();
        }
        boolean number = !value.isEmpty() && Character.isDigit(value.charAt(0));
        String bits = number ? Long.toBinaryString(Long.parseLong(value)) : value;
        return signal.bits() == 1 ? bits + signal.id() : "b" + bits + " " + signal.id();
    }
}
