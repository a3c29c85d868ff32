package columna.experiments.report;

import columna.experiments.result.RunResult;
import columna.hardware.technology.Technology;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.sim.chip.Chip;
import columna.sim.function.SignalRecord;
import columna.sim.program.MicroOperation;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import columna.sim.timing.Listing;
import columna.sim.timing.OperationOutcome;
import columna.sim.timing.StepOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the cores run: one table per core type, in the richest kind of step of the run. */
public final class ProgramSection {

    private static final double JOULES_PER_PICOJOULE = 1e-12;
    private static final double MARKED_SATURATION = 0.01;

    private final Chip chip;
    private final Technology technology;
    private final StepOutcome step;
    private final Map<String, SignalRecord> records;

    /**
     * @param step the richest step of the run
     * @param records events of every signal
     */
    public ProgramSection(Chip chip, Technology technology, StepOutcome step, Map<String, SignalRecord> records) {
        this.chip = chip;
        this.technology = technology;
        this.step = step;
        this.records = records;
    }

    ProgramSection(RunResult run) {
        this(
                run.design().chip(),
                run.technology(),
                run.steps().values().stream().max(Comparator.comparingLong(StepOutcome::cycles)).orElseThrow(),
                run.records());
    }

    /** The section. */
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        StepKind kind = step.kind();
        Set<String> shown = new HashSet<>();
        for (int core = 0; core < chip.cores().size(); core++) {
            String type = chip.cores().get(core).program().name();
            if (shown.add(type)) {
                blocks.add(table(type, step, core));
            }
        }
        return new Section(
                "programs",
                "Programs",
                "The micro-operations of each core type in a step of kind \"" + kind + "\", in the order of issue.",
                blocks);
    }

    private Table table(String type, StepOutcome step, int core) {
        Listing listing = Listing.of(step, core);
        Map<Line, Double> joules = joules(step, core);
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < listing.rows().size(); i++) {
            Listing.Row row = listing.rows().get(i);
            OperationOutcome operation = step.cores().get(core).operations().get(i);
            rows.add(List.of(
                    Value.of(row.phase().label()),
                    Value.of(row.text()),
                    Value.of(row.learning() ? "learning" : "inference"),
                    Value.of(row.slots()),
                    Value.of(row.cycles()),
                    Value.of(row.waiting()),
                    Value.of(row.reads()),
                    Value.of(row.writes()),
                    Value.of(row.multiplies()),
                    Value.of(joules.getOrDefault(new Line(operation.issued().phase(), operation.position()), 0.0)),
                    saturated(operation.issued().operation())));
        }
        return Table.of(
                "program-" + type.replace(' ', '-'),
                "Program of the " + type + " core (" + listing.core() + ")",
                "",
                List.of(
                        Column.text("Phase", "Phase of the time step."),
                        Column.code("Micro-operation", "Sums of products are exact and rounded once."),
                        Column.text("For", "Whether a chip that never learns would need it."),
                        Column.number("Slots", "slots", Format.WHOLE, "Cycles in which lanes, table or port do work."),
                        Column.number("Cycles", "cycles", Format.WHOLE, "From fetch to last write, stalls included.").withBar(),
                        Column.number("Waiting", "cycles", Format.WHOLE, "Of these, waiting for the bus or for arrivals."),
                        Column.number("Reads", "words", Format.WHOLE, "Bank words read."),
                        Column.number("Writes", "words", Format.WHOLE, "Bank words written."),
                        Column.number("Products", "1", Format.WHOLE, "Products of real words."),
                        Column.number("Energy", "J", Format.engineering(3), "Dynamic energy of this line in one such step of this core, nominal.")
                                .withBar(),
                        Column.number("Saturated", "1", Format.percent(3), "Share of the destination's observed words, all its writers together, that were out of range.")
                                .marking(MARKED_SATURATION)),
                rows);
    }

    /** A line of a program. */
    private record Line(Phase phase, int position) {}

    private Map<Line, Double> joules(StepOutcome step, int core) {
        Map<Line, Double> joules = new HashMap<>();
        step.counts().forEach((key, count) -> {
            if (key.core() == core) {
                double each = technology.price(key.block(), key.action()).nominal().value();
                joules.merge(new Line(key.phase(), key.operation()), each * count * JOULES_PER_PICOJOULE, Double::sum);
            }
        });
        return joules;
    }

    private Value saturated(MicroOperation operation) {
        if (!(operation instanceof MicroOperation.Writing writing)) {
            return Value.missing();
        }
        SignalRecord record = records.get(writing.destination().memory().name());
        return record == null || record.words() == 0
                ? Value.missing()
                : Value.of((double) record.saturations() / record.words());
    }
}
