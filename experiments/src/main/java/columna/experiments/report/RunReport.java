package columna.experiments.report;

import columna.experiments.result.RunResult;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** The report of one run: verdict, key figures, and a section for each question. */
public final class RunReport {

    private final RunResult run;

    public RunReport(RunResult run) {
        this.run = run;
    }

    /** The whole report. */
    public Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(new LearningSection(run).section());
        sections.add(new MemorySection(run).section());
        sections.add(new EnergySection(run).section());
        sections.add(new CyclesSection(run).section());
        run.errors().threshold().ifPresent(threshold -> sections.add(new ErrorsSection(run, threshold).section()));
        sections.add(new NumericsSection(run).section());
        sections.add(new PrecisionSection(run).section());
        sections.add(new AreaSection(run.area()).section());
        sections.add(new ProgramSection(run).section());
        sections.add(new ProvenanceSection(run).section());
        return new Report(
                run.spec().name(),
                run.spec().description(),
                verdict(),
                keyFigures(),
                sections,
                ProvenanceSection.facts(run),
                summary());
    }

    /** Whether the chip learns, in one sentence. */
    public Verdict verdict() {
        String scores = String.format(
                Locale.ROOT,
                "%.1f %% of %ss right against %.1f %% of the float reference, loss %s against %s nats per %s (chance is %s)",
                100 * run.chipTest().accuracy(),
                run.spec().task().answer(),
                100 * run.referenceTest().accuracy(),
                loss(run.chipTest().loss()),
                loss(run.referenceTest().loss()),
                run.spec().task().answer(),
                loss(run.chanceLoss()));
        String partial = run.complete() ? "" : "After only " + run.sequences() + " of " + run.spec().learning().sequences() + " sequences: ";
        if (run.late()) {
            return Verdict.bad(partial + "A time step misses its deadline of "
                    + run.spec().chip().deadlineCycles().orElseThrow() + " cycles; " + scores + ".");
        }
        if (run.learned()) {
            return Verdict.good(partial + "The chip learns: " + scores + ".");
        }
        return run.referenceLearned()
                ? Verdict.bad(partial + "The chip does not learn what its reference learns: " + scores + ".")
                : Verdict.neutral(partial + "Neither chip nor reference has learned: " + scores + ".");
    }

    /** Three digits that count: a loss may span five decades. */
    private static String loss(double nats) {
        return nats < 1e-3 ? String.format(Locale.ROOT, "%.2e", nats) : String.format(Locale.ROOT, "%.3g", nats);
    }

    private List<Fact> keyFigures() {
        double sequences = Math.max(1, run.sequences());
        double energy = run.energy().total().nominal();
        return List.of(
                Fact.number("Answers right, chip", run.chipTest().accuracy(), "1", Format.percent(1),
                        "Share of the bits or labels answered right on test sequences after learning; chance is one over the number of classes."),
                Fact.number("Answers right, reference", run.referenceTest().accuracy(), "1", Format.percent(1),
                        "The same of the float reference, from the same start and the same data."),
                Fact.number("Memory: learning over inference", learningRatio(), "1", Format.decimals(2),
                        "Bits that only learning needs, divided by the bits that inference needs."),
                Fact.number("Cycles: learning over inference", run.cyclesPerSequence() / run.inferenceCyclesPerSequence(), "1",
                        Format.decimals(2), "Cycles of learning from a sequence, divided by those of inferring it."),
                Fact.number("Energy per sequence learned", energy / sequences * 1e-12, "J", Format.engineering(3),
                        "Dynamic energy and leakage of learning from one sequence, nominal prices."),
                Fact.number("Area", run.area().total().nominal() * 1e-6, "mm2", Format.significant(3),
                        "Memories, lanes, tables, sequencers and bus, nominal."));
    }

    private double learningRatio() {
        return (double) run.inventory().learningBits() / run.inventory().inferenceBits();
    }

    /** The flat documented keys of {@code summary.json}. */
    public SequencedMap<String, Object> summaryValues() {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        values.put("experiment", run.spec().name());
        values.put("verdict", verdict().sentence());
        values.put("complete", Boolean.toString(run.complete()));
        values.put("seed", run.spec().seed());
        values.put("chip.accuracy", run.chipTest().accuracy());
        values.put("reference.accuracy", run.referenceTest().accuracy());
        values.put("chip.loss", run.chipTest().loss());
        values.put("reference.loss", run.referenceTest().loss());
        values.put("chance.loss", run.chanceLoss());
        values.put("sequences", run.sequences());
        values.put("updates", run.updates());
        values.put("time_steps", run.activity().steps());
        values.put("cycles.total", run.cycles());
        values.put("cycles.per_sequence_learning", run.cyclesPerSequence());
        values.put("cycles.per_sequence_inference", run.inferenceCyclesPerSequence());
        values.put("cycles.learning_over_inference", run.cyclesPerSequence() / run.inferenceCyclesPerSequence());
        values.put("energy.total_pj", run.energy().total().nominal());
        values.put("energy.total_low_pj", run.energy().total().low());
        values.put("energy.total_high_pj", run.energy().total().high());
        values.put("energy.per_sequence_pj", run.energy().total().nominal() / Math.max(1, run.sequences()));
        values.put("energy.per_sequence_inference_pj", run.inferenceEnergyPerSequence().total().nominal());
        run.energy().by(item -> item.component().label()).forEach((component, band) ->
                values.put("energy." + component.replace(' ', '_') + "_pj", band.nominal()));
        values.put("errors.elements", run.errors().elements());
        values.put("errors.elements_skipped", run.errors().skippedElements());
        values.put("errors.beats", run.errors().beats());
        values.put("errors.beats_sending_all", run.errors().beatsOfAll());
        values.put("errors.cycles_sending_all", run.errors().cyclesOfAll());
        values.put("errors.energy_sending_all_pj", run.errors().energyOfAll().total().nominal());
        values.put("memory.learning_bits", run.inventory().learningBits());
        values.put("memory.inference_bits", run.inventory().inferenceBits());
        values.put("memory.total_bits", run.inventory().learningBits() + run.inventory().inferenceBits());
        values.put("memory.learning_over_inference", learningRatio());
        run.inventory().bitsByPurpose().forEach((purpose, bits) ->
                values.put("memory." + purpose.label().replace(' ', '_') + "_bits", bits));
        values.put("area.total_mm2", run.area().total().nominal() * 1e-6);
        values.put("deadline.met", Boolean.toString(!run.late()));
        return values;
    }

    private List<Fact> summary() {
        List<Fact> facts = new ArrayList<>();
        summaryValues().forEach((key, value) -> facts.add(SummaryFact.of(key, value)));
        return facts;
    }
}
