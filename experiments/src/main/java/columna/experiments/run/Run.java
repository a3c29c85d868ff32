package columna.experiments.run;

import columna.experiments.chip.ChipDesign;
import columna.experiments.cost.AreaLedger;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.report.RunReport;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.experiments.yaml.BadInput;
import columna.hardware.technology.Technology;
import columna.hardware.technology.TechnologyFileException;
import columna.reports.page.ReportWriter;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.Inventory;
import columna.sim.accounting.RunActivity;
import columna.sim.program.StepKind;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** One experiment from its specification to its report. */
public final class Run {

    private Run() {}

    /**
     * Simulates and writes the report.
     *
     * @param folder an existing folder for the results
     * @param stopRequested asked between groups of sequences; a run that stops writes a report of what it has
     */
    public static RunSummary execute(ExperimentSpec spec, Path folder, RunProgress progress, BooleanSupplier stopRequested) {
        RunResult result = simulate(spec, progress, stopRequested);
        progress.phase("report", 0);
        RunReport report = new RunReport(result);
        try {
            ReportWriter.write(report.report(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunSummary(folder, report.summaryValues(), !result.late(), report.verdict().sentence());
    }

    /** Simulates and prices, without a report. */
    public static RunResult simulate(ExperimentSpec spec, RunProgress progress, BooleanSupplier stopRequested) {
        Technology technology = technology(spec);
        ChipDesign design = ChipDesign.of(spec);
        try (Training training = new Training(spec, design, new TaskData(spec))) {
            training.learn(progress, stopRequested);
            Training.TestScores scores = training.test(progress);
            return bill(spec, technology, design, training, scores);
        }
    }

    private static RunResult bill(
            ExperimentSpec spec, Technology technology, ChipDesign design, Training training, Training.TestScores scores) {
        Blocks blocks = Blocks.of(design.chip());
        OptionalLong deadline = spec.chip().deadlineCycles().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        TimingEngine engine = new TimingEngine(blocks, spec.chip().rememberSteps(), deadline);
        RunActivity inference = RunResult.inferenceOfOneSequence(spec);
        Map<StepKind, StepOutcome> steps = new LinkedHashMap<>();
        training.activity().kinds().forEach(kind -> steps.put(kind, engine.step(kind)));
        inference.kinds().forEach(kind -> steps.putIfAbsent(kind, engine.step(kind)));
        Inventory inventory = Inventory.of(blocks);
        return new RunResult(
                spec,
                design,
                technology,
                training.complete(),
                training.curve(),
                scores.chip(),
                scores.reference(),
                training.updates(),
                training.activity(),
                steps,
                inventory,
                energy(spec, design, technology, inventory, training.activity(), steps),
                energy(spec, design, technology, inventory, inference, steps),
                AreaLedger.of(inventory, technology),
                training.chip().records(),
                training.numerics());
    }

    private static EnergyLedger energy(
            ExperimentSpec spec,
            ChipDesign design,
            Technology technology,
            Inventory inventory,
            RunActivity activity,
            Map<StepKind, StepOutcome> steps) {
        double microseconds = activity.cycles(kind -> steps.get(kind).cycles()) / spec.chip().clockMhz();
        return EnergyLedger.of(
                design.chip(),
                activity.counts(kind -> steps.get(kind).counts()),
                inventory,
                technology,
                microseconds);
    }

    /** A shipped technology by name, or a file of the user's. */
    private static Technology technology(ExperimentSpec spec) {
        String name = spec.technology();
        try {
            return Technology.names().contains(name) || !Files.exists(Path.of(name))
                    ? Technology.named(name)
                    : Technology.read(Path.of(name));
        } catch (TechnologyFileException e) {
            throw new BadInput(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new BadInput(spec.locationOf("technology") + ": " + e.getMessage());
        }
    }
}
