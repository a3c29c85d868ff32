package columna.experiments.report;

import columna.experiments.result.RunResult;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.sim.program.StepKind;
import columna.sim.timing.Listing;
import columna.sim.timing.StepOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the cores run: one table per core type, in the richest kind of step of the run. */
final class ProgramSection {

    private final RunResult run;

    ProgramSection(RunResult run) {
        this.run = run;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        StepOutcome step = run.steps().values().stream()
                .max(Comparator.comparingLong(StepOutcome::cycles))
                .orElseThrow();
        StepKind kind = step.kind();
        Set<String> shown = new HashSet<>();
        for (int core = 0; core < run.design().chip().cores().size(); core++) {
            String type = run.design().chip().cores().get(core).program().name();
            if (shown.add(type)) {
                blocks.add(table(type, Listing.of(step, core)));
            }
        }
        return new Section(
                "programs",
                "Programs",
                "The micro-operations of each core type in a step of kind \"" + kind + "\", in the order of issue.",
                blocks);
    }

    private static Table table(String type, Listing listing) {
        List<List<Value>> rows = new ArrayList<>();
        for (Listing.Row row : listing.rows()) {
            rows.add(List.of(
                    Value.of(row.phase().label()),
                    Value.of(row.text()),
                    Value.of(row.learning() ? "learning" : "inference"),
                    Value.of(row.slots()),
                    Value.of(row.cycles()),
                    Value.of(row.waiting()),
                    Value.of(row.reads()),
                    Value.of(row.writes()),
                    Value.of(row.multiplies())));
        }
        return Table.of(
                "program-" + type,
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
                        Column.number("Products", "1", Format.WHOLE, "Products of real words.")),
                rows);
    }
}
