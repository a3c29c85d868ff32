package columna.experiments.prediction.report;

import columna.experiments.prediction.ErrorCurve;
import columna.experiments.prediction.PredictionResult;
import columna.experiments.prediction.StageCost;
import columna.experiments.report.AreaSection;
import columna.experiments.report.EnergySection;
import columna.experiments.report.MemorySection;
import columna.experiments.report.NumericsSection;
import columna.experiments.report.ProgramSection;
import columna.experiments.report.ProvenanceSection;
import columna.experiments.report.SummaryFact;
import columna.reports.Axis;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.LineChart;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Verdict;
import columna.sim.accounting.Inventory;
import columna.sim.timing.StepOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/** The report of a chip that predicted a stream: verdict, key figures, and a section for each question. */
public final class PredictionReport {

    private static final double JOULES_PER_PICOJOULE = 1e-12;

    private final PredictionResult run;

    public PredictionReport(PredictionResult run) {
        this.run = run;
    }

    /** The whole report. */
    public Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(learning());
        if (run.stages().size() > 1) {
            sections.add(new StagesSection(run.stages()).section());
        }
        sections.add(memory());
        sections.add(new EnergySection(run.energy(), run.inferenceEnergy(), run.curve().steps(), "time step").section());
        sections.add(numerics());
        sections.add(new AreaSection(run.built().area()).section());
        StageCost last = run.stages().getLast();
        sections.add(new ProgramSection(last.clocked().chip(), run.built().technology(), richest(last), run.records()).section());
        sections.add(new ProvenanceSection(run.energy(), run.built().technology(), run.spec().toYaml()).section());
        return new Report(
                run.spec().name(),
                run.spec().description(),
                verdict(),
                keyFigures(),
                sections,
                ProvenanceSection.facts(run.spec().seed(), run.built().technology()),
                summary());
    }

    private static StepOutcome richest(StageCost stage) {
        return stage.activity().kinds().stream()
                .map(kind -> stage.clocked().engine().step(kind))
                .max(Comparator.comparingLong(StepOutcome::cycles))
                .orElseThrow();
    }

    /** Whether the chip learns, in one sentence. */
    public Verdict verdict() {
        String scores = String.format(
                Locale.ROOT,
                "its squared error is %.1f %% of the best constant's, that of the float reference %.1f %%",
                100 * run.chipOverChance(),
                100 * run.referenceOverChance());
        String partial = run.complete() ? "" : "After only " + run.curve().steps() + " of " + run.spec().stream().steps() + " time steps: ";
        if (run.late()) {
            return Verdict.bad(partial + "A time step misses its deadline of " + run.spec().chip().deadlineCycles().orElseThrow()
                    + " cycles; of the chip's predictions: " + scores + ".");
        }
        if (run.learned()) {
            return Verdict.good(partial + "The chip learns to predict: " + scores + ".");
        }
        return run.referenceLearned()
                ? Verdict.bad(partial + "The chip does not learn what its reference learns: " + scores + ".")
                : Verdict.neutral(partial + "Neither chip nor reference has learned: the chip's squared error is more than nine tenths of the best constant's; "
                        + scores + ".");
    }

    private Section learning() {
        LineChart chart = new LineChart(
                "error",
                "Squared error while learning",
                "Mean over windows of time steps, of predictions made before learning from the time step. Chip and reference begin with the same"
                        + " parameters and see the same stream. The best constant of a window is known only afterwards: its error is the variance of"
                        + " what is predicted.",
                Axis.linear("Time steps", "1"),
                Axis.logarithmic("Mean squared error", "1"),
                List.of(
                        curve("chip", ErrorCurve.Point::chip),
                        curve("float reference", ErrorCurve.Point::reference),
                        curve("best constant", ErrorCurve.Point::constant)),
                List.of());
        return new Section("learning", "Learning", "", List.of(chart));
    }

    private Series curve(String name, ToDoubleFunction<ErrorCurve.Point> value) {
        List<ErrorCurve.Point> points = run.curve().points();
        return Series.averaged(
                name,
                points.stream().mapToDouble(ErrorCurve.Point::steps).toArray(),
                points.stream().mapToDouble(value).toArray(),
                Math.max(1, points.size() / 100));
    }

    private Section memory() {
        Inventory inventory = run.built().inventory();
        String introduction = String.format(
                Locale.ROOT,
                "The chip as it is built has %,d bits that only learning needs beside %,d bits for inference. Nothing is stored over time: the memory"
                        + " does not grow with the stream.",
                inventory.learningBits(),
                inventory.inferenceBits());
        return new Section("memory", "Memory", introduction, List.of(
                MemorySection.byPlace(inventory), MemorySection.signals(inventory, run.built().chip().signals())));
    }

    private Section numerics() {
        String introduction = String.format(
                Locale.ROOT,
                "Observed in windows of %d time steps spread over the run. In each, the chip's programs ran in exact arithmetic beside it, from the"
                        + " chip's own words, so that noise is what number formats and tables add. Tests hold those programs in exact arithmetic"
                        + " against the float reference, which is another program.",
                run.spec().observedSteps());
        return new NumericsSection(introduction, run.built().chip().signals(), run.records(), run.noise()).section();
    }

    private List<Fact> keyFigures() {
        double steps = Math.max(1, run.curve().steps());
        return List.of(
                Fact.number("Error over the best constant's, chip", run.chipOverChance(), "1", Format.percent(1),
                        "Mean squared error over the scored time steps, divided by that of the best constant prediction."),
                Fact.number("The same of the reference", run.referenceOverChance(), "1", Format.percent(1),
                        "Of the float reference, from the same start and the same stream."),
                Fact.number("Cycles per time step", run.cyclesPerStep(), "cycles", Format.decimals(0), "Learning, while the last stage learns."),
                Fact.number("Cycles: learning over inference", run.cyclesPerStep() / run.inferenceCycles(), "1", Format.decimals(2),
                        "The same divided by those of a time step that only predicts."),
                Fact.number("Energy per time step", run.energy().total().nominal() / steps * JOULES_PER_PICOJOULE, "J", Format.engineering(3),
                        "Dynamic energy and leakage of predicting and learning, nominal prices."),
                Fact.number("Area", run.built().area().total().nominal() * 1e-6, "mm2", Format.significant(3),
                        "Memories, lanes, tables, sequencers and bus, nominal."));
    }

    /** The flat documented keys of {@code summary.json}. */
    public SequencedMap<String, Object> summaryValues() {
        double steps = Math.max(1, run.curve().steps());
        Inventory inventory = run.built().inventory();
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        values.put("experiment", run.spec().name());
        values.put("verdict", verdict().sentence());
        values.put("complete", Boolean.toString(run.complete()));
        values.put("seed", run.spec().seed());
        values.put("time_steps", run.curve().steps());
        values.put("prediction.chip_error", run.score().chip());
        values.put("prediction.reference_error", run.score().reference());
        values.put("prediction.constant_error", run.score().constant());
        values.put("prediction.chip_over_constant", run.chipOverChance());
        values.put("prediction.reference_over_constant", run.referenceOverChance());
        values.put("cycles.total", run.cycles());
        values.put("cycles.per_step_learning", run.cyclesPerStep());
        values.put("cycles.per_step_inference", run.inferenceCycles());
        values.put("energy.total_pj", run.energy().total().nominal());
        values.put("energy.total_low_pj", run.energy().total().low());
        values.put("energy.total_high_pj", run.energy().total().high());
        values.put("energy.per_step_pj", run.energy().total().nominal() / steps);
        values.put("energy.per_step_inference_pj", run.inferenceEnergy().total().nominal());
        run.energy().by(item -> item.component().label()).forEach((component, band) ->
                values.put("energy." + component.replace(' ', '_') + "_pj", band.nominal()));
        values.put("memory.learning_bits", inventory.learningBits());
        values.put("memory.inference_bits", inventory.inferenceBits());
        values.put("memory.total_bits", inventory.learningBits() + inventory.inferenceBits());
        values.put("memory.learning_over_inference", (double) inventory.learningBits() / inventory.inferenceBits());
        inventory.bitsByPurpose().forEach((purpose, bits) -> values.put("memory." + purpose.label().replace(' ', '_') + "_bits", bits));
        values.put("area.total_mm2", run.built().area().total().nominal() * 1e-6);
        values.put("deadline.met", Boolean.toString(!run.late()));
        for (int k = 0; k < run.stages().size(); k++) {
            stage("stages." + k + ".", run.stages().get(k), values);
        }
        return values;
    }

    private static void stage(String prefix, StageCost stage, SequencedMap<String, Object> values) {
        long steps = Math.max(1, stage.steps());
        Inventory inventory = stage.clocked().inventory();
        values.put(prefix + "time_steps", stage.steps());
        values.put(prefix + "memory_bits", inventory.learningBits() + inventory.inferenceBits());
        values.put(prefix + "cycles_per_step", (double) stage.cycles() / steps);
        values.put(prefix + "energy_per_step_pj", stage.energy().total().nominal() / steps);
        values.put(prefix + "power_uw", stage.microwatts());
    }

    private List<Fact> summary() {
        List<Fact> facts = new ArrayList<>();
        summaryValues().forEach((key, value) -> facts.add(SummaryFact.of(key, value)));
        return facts;
    }
}
