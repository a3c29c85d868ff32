package columna.experiments.report;

import columna.experiments.result.RunResult;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Numbers;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import columna.sim.timing.CoreOutcome;
import columna.sim.timing.OperationOutcome;
import columna.sim.timing.Stall;
import columna.sim.timing.StepOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How long a time step takes, and what lanes, ports and bus do meanwhile. */
final class CyclesSection {

    private final RunResult run;

    CyclesSection(RunResult run) {
        this.run = run;
    }

    Section section() {
        double clock = run.spec().chip().clockMhz();
        String introduction = String.format(
                Locale.ROOT,
                "Learning from a sequence takes %s cycles on average (%.1f µs at %.0f MHz), inferring it %s: %.2f times as many."
                        + " The whole run took %s cycles, %.3f s of the chip's time.",
                Numbers.whole(Math.round(run.cyclesPerSequence())),
                run.cyclesPerSequence() / clock,
                clock,
                Numbers.whole(run.inferenceCyclesPerSequence()),
                run.cyclesPerSequence() / run.inferenceCyclesPerSequence(),
                Numbers.whole(run.cycles()),
                run.cycles() / clock * 1e-6);
        return new Section(
                "cycles", "Cycles", introduction, List.of(byPhase(), utilisation(), stepKinds(), cores(), channels(), busiestPorts()));
    }

    private static String name(StepKind kind) {
        return kind.toString();
    }

    private BarChart byPhase() {
        List<StepOutcome> steps = List.copyOf(run.steps().values());
        List<Bars> series = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            series.add(new Bars(
                    phase.label(),
                    steps.stream().map(step -> (double) step.phases().getOrDefault(phase, 0L)).toList()));
        }
        series.add(new Bars("barrier", steps.stream().map(step -> (double) step.barrierCycles()).toList()));
        return new BarChart(
                "cycles-by-phase",
                "Cycles of a time step by kind and phase",
                "A phase ends when its last micro-operation on any core ends; phases of different cores overlap.",
                "Kind of time step",
                Axis.linear("Duration", "cycles"),
                steps.stream().map(step -> name(step.kind())).toList(),
                series,
                Arrangement.STACKED,
                Orientation.HORIZONTAL);
    }

    /** Averages over the run, weighted by how often each kind of step happened. */
    private double average(ToDoubleFunction<StepOutcome> ofStep) {
        double sum = 0;
        long cycles = 0;
        for (StepKind kind : run.activity().kinds()) {
            sum += run.activity().occurrences(kind) * ofStep.applyAsDouble(run.steps().get(kind));
            cycles += run.activity().occurrences(kind) * run.steps().get(kind).cycles();
        }
        return sum / Math.max(1, cycles);
    }

    private BarChart utilisation() {
        List<String> names = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        StepOutcome any = run.steps().values().iterator().next();
        for (int core = 0; core < any.cores().size(); core++) {
            int index = core;
            names.add("lanes of " + any.cores().get(core).name());
            shares.add(average(step -> step.cores().get(index).laneUtilisation(step.cycles()) * step.cycles()));
        }
        for (int segment = 0; segment < any.segments().size(); segment++) {
            int index = segment;
            names.add("bus " + any.segments().get(segment).name());
            shares.add(average(step -> step.segments().get(index).beats()));
        }
        return new BarChart(
                "utilisation",
                "Utilisation of lanes and bus over the run",
                "Share of lane-cycles in which a lane formed a product, and of cycles in which a segment carried a beat.",
                "Resource",
                Axis.linear("Utilisation", "1"),
                names,
                List.of(new Bars("share of cycles", shares)),
                Arrangement.GROUPED,
                Orientation.HORIZONTAL);
    }

    private Table stepKinds() {
        List<List<Value>> rows = new ArrayList<>();
        run.steps().forEach((kind, step) -> rows.add(List.of(
                Value.of(name(kind)),
                Value.of(run.activity().occurrences(kind)),
                Value.of(step.cycles()),
                Value.of(run.activity().occurrences(kind) * step.cycles()),
                Value.of(step.cycles() / run.spec().chip().clockMhz()))));
        return Table.of(
                "step-kinds",
                "Kinds of time step",
                "Steps of one kind take the same cycles; the two kinds that only infer are there for comparison.",
                List.of(
                        Column.text("Kind", "Which phases run."),
                        Column.number("Occurrences", "steps", Format.WHOLE, "How often it happened while learning."),
                        Column.number("Cycles", "cycles", Format.WHOLE, "Of one such step.").withBar(),
                        Column.number("All cycles", "cycles", Format.WHOLE, "Of all of them."),
                        Column.number("Duration", "µs", Format.decimals(2), "Of one, at the chip's clock.")),
                rows);
    }

    private Table cores() {
        List<List<Value>> rows = new ArrayList<>();
        run.steps().forEach((kind, step) -> {
            for (CoreOutcome core : step.cores()) {
                Map<Stall, Long> stalls = new LinkedHashMap<>();
                for (OperationOutcome operation : core.operations()) {
                    operation.stalls().forEach((stall, cycles) -> stalls.merge(stall, cycles, Long::sum));
                }
                List<Value> row = new ArrayList<>();
                row.add(Value.of(name(kind)));
                row.add(Value.of(core.name()));
                row.add(Value.of(core.busyCycles()));
                row.add(Value.of(core.laneUtilisation(step.cycles())));
                for (Stall stall : Stall.values()) {
                    row.add(Value.of(stalls.getOrDefault(stall, 0L)));
                }
                rows.add(row);
            }
        });
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Kind of step", "Which phases run."),
                Column.text("Core", "Where it is."),
                Column.number("Busy", "cycles", Format.WHOLE, "Until its last micro-operation ends."),
                Column.number("Lanes", "1", Format.percent(1), "Share of lane-cycles of the step with a product.")));
        for (Stall stall : Stall.values()) {
            columns.add(Column.number(
                    "Stall: " + stall.label(), "cycles", Format.WHOLE, "Cycles in which nothing issued because of this."));
        }
        return Table.of("cores", "What each core waits for", "Per time step of each kind.", columns, rows);
    }

    /** What every channel of the bus carried and waited for; a channel that never waits is listed too. */
    private Table channels() {
        List<List<Value>> rows = new ArrayList<>();
        run.steps().forEach((kind, step) -> step.channels().forEach(channel -> rows.add(List.of(
                Value.of(name(kind)),
                Value.of(channel.channel()),
                Value.of(channel.beats()),
                Value.of(channel.contentionCycles()),
                Value.of(channel.backPressureCycles()),
                Value.of(channel.partnerCycles())))));
        return Table.of(
                "channels",
                "What the channels of the bus carry and wait for",
                "Per time step of each kind, on the " + run.spec().chip().bus().topology().word()
                        + " bus; a beat that is not granted counts under one reason in each cycle, once for each sender that waits.",
                List.of(
                        Column.text("Kind of step", "Which phases run."),
                        Column.code("Channel", "The stream of words."),
                        Column.number("Beats", "beats", Format.WHOLE, "Granted, all senders together."),
                        Column.number("Contention", "cycles", Format.WHOLE, "In which a segment was taken by another beat."),
                        Column.number("Back-pressure", "cycles", Format.WHOLE, "In which a receiver's queue had no room."),
                        Column.number("Partners", "cycles", Format.WHOLE, "In which a sum in the nodes of a tree lacked a sender.")),
                rows);
    }

    private Table busiestPorts() {
        StepOutcome any = run.steps().values().iterator().next();
        List<List<Value>> rows = new ArrayList<>();
        for (int core = 0; core < any.cores().size(); core++) {
            for (int bank = 0; bank < any.cores().get(core).banks().size(); bank++) {
                int c = core;
                int b = bank;
                double share = average(step -> step.cores().get(c).banks().get(b).reads()
                        + step.cores().get(c).banks().get(b).writes());
                rows.add(List.of(
                        Value.of(any.cores().get(core).name()),
                        Value.of(any.cores().get(core).banks().get(bank).memory()),
                        Value.of(average(step -> step.cores().get(c).banks().get(b).reads())),
                        Value.of(average(step -> step.cores().get(c).banks().get(b).writes())),
                        Value.of(share)));
            }
        }
        rows.sort((x, y) -> Double.compare(y.get(4).number(), x.get(4).number()));
        return Table.of(
                "ports",
                "Utilisation of memory ports",
                "Accesses per cycle over the run, busiest first.",
                List.of(
                        Column.text("Core", "Where it is."),
                        Column.code("Memory", "The bank's signal."),
                        Column.number("Reads", "per cycle", Format.decimals(3), "Words read per cycle."),
                        Column.number("Writes", "per cycle", Format.decimals(3), "Words written per cycle."),
                        Column.number("Accesses", "per cycle", Format.decimals(3), "Both together.").withBar()),
                rows.subList(0, Math.min(40, rows.size())));
    }
}
