package columna.experiments.verify.report;

import columna.experiments.report.ProvenanceSection;
import columna.experiments.result.RunResult;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Check.Kind;
import columna.experiments.verify.finding.Check.Outcome;
import columna.experiments.verify.finding.Findings;
import columna.experiments.verify.finding.LayerFinding;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.Listing;
import columna.reports.Note;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.reports.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The page of a verification: verdict, what failed, signals, gradients, scores, drift, and where it comes from. */
public final class VerifyReport {

    private final Findings findings;
    private final RunResult run;

    public VerifyReport(Findings findings) {
        this.findings = findings;
        this.run = findings.run();
    }

    /** The whole report. */
    public Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(failures());
        sections.add(new SignalSection(findings).section());
        if (!findings.layers().isEmpty()) {
            sections.add(new Section("gradients", "Gradients", "", List.of(layers())));
        }
        sections.add(scores());
        sections.add(new Section("checks", "All checks", "", List.of(table("checks", "Every check", findings.checks()))));
        sections.add(new Section("provenance", "Provenance", "", List.of(new Listing("The experiment, fully resolved", run.spec().toYaml()))));
        return new Report(
                "Verification of " + run.spec().name(),
                run.spec().description(),
                verdict(),
                keyFigures(),
                sections,
                ProvenanceSection.facts(run),
                summary());
    }

    private Verdict verdict() {
        return findings.passed() ? Verdict.good(findings.sentence()) : Verdict.bad(findings.sentence());
    }

    private Section failures() {
        List<Block> blocks = new ArrayList<>();
        findings.remarks().forEach(remark -> blocks.add(Note.of(remark)));
        List<Check> failed = findings.checks().stream().filter(Check::failed).toList();
        if (!failed.isEmpty()) {
            blocks.add(table("failures", "Failed checks", failed));
        }
        return new Section("failures", "What failed", failed.isEmpty() ? "Nothing." : "", blocks);
    }

    private static Table table(String id, String title, List<Check> checks) {
        return Table.of(
                id,
                title,
                "",
                List.of(
                        Column.text("Kind", "What sort of thing was checked."),
                        Column.code("Name", "Signal, layer or number."),
                        Column.text("Outcome", "Passed, failed, or skipped because nothing could be measured."),
                        Column.text("Found and allowed", "In one sentence.")),
                checks.stream().map(check -> List.of(
                        Value.of(check.kind().label()), Value.of(check.name()), Value.of(check.outcome().label()), Value.of(check.sentence())))
                        .toList());
    }

    private Table layers() {
        return Table.of(
                "gradients",
                "Gradients of each layer",
                "Means over observed sequences, weighted by the norm of the exact gradient, the largest tenth no more than the others. A layer"
                        + " needs a cosine of at least " + run.spec().verify().gradientCosine() + " and a norm that is 1 within "
                        + run.spec().verify().gradientNorm() + ".",
                List.of(
                        Column.number("Layer", "1", Format.WHOLE, "From the bottom, counted from 0."),
                        Column.number("Sequences", "1", Format.WHOLE, "Observed sequences with a gradient."),
                        Column.number("Cosine", "1", Format.decimals(4), "Between the chip's gradient and the same rule's in exact arithmetic."),
                        Column.number("Norm", "1", Format.decimals(4), "Of the chip's gradient, relative to that of the exact one."),
                        Column.number("Chip and BPTT", "1", Format.decimals(4), "Cosine with backpropagation through time, for information."),
                        Column.number("Rule and BPTT", "1", Format.decimals(4), "The same of the rule in exact arithmetic.")),
                findings.layers().stream().map(VerifyReport::row).toList());
    }

    private static List<Value> row(LayerFinding layer) {
        return List.of(
                Value.of((long) layer.layer()), Value.of((long) layer.sequences()), Value.of(layer.cosine()), Value.of(layer.relativeNorm()),
                Value.of(layer.cosineWithBptt()), Value.of(layer.ruleCosineWithBptt()));
    }

    private Section scores() {
        return new Section("scores", "Scores", "On test sequences after learning; neither chip nor reference has learned from them.", List.of(Table.of(
                "scores",
                "Chip and reference",
                "",
                List.of(
                        Column.text("Learner", "Both begin with the same parameters and see the same sequences."),
                        Column.number("Loss", "nats", Format.significant(4), "Mean cross-entropy of an answer."),
                        Column.number("Answers right", "1", Format.percent(2), "Share of the asked answers that were right.")),
                List.of(
                        List.of(Value.of("chip"), Value.of(run.chipTest().loss()), Value.of(run.chipTest().accuracy())),
                        List.of(Value.of("float reference"), Value.of(run.referenceTest().loss()), Value.of(run.referenceTest().accuracy()))))));
    }

    private List<Fact> keyFigures() {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.whole("Checks failed", findings.count(Outcome.FAILED), "1", "Of signals, gradients, scores and drift from the baseline."),
                Fact.whole("Checks passed", findings.count(Outcome.PASSED), "1", "All that was measured and is within its tolerance.")));
        findings.signals().stream().findFirst().ifPresent(worst -> facts.add(Fact.number("Least margin, " + worst.name(), worst.margin(), "dB",
                Format.decimals(1), "Signal-to-noise ratio that is left above what is required, of the worst signal.")));
        findings.layers().stream().mapToDouble(LayerFinding::cosine).min().ifPresent(cosine -> facts.add(Fact.number("Least cosine", cosine, "1",
                Format.decimals(4), "Between a layer's gradient on the chip and in exact arithmetic, of the worst layer.")));
        facts.add(Fact.number("Answers right, chip", run.chipTest().accuracy(), "1", Format.percent(1), "On test sequences after learning."));
        facts.add(Fact.number("Answers right, reference", run.referenceTest().accuracy(), "1", Format.percent(1), "The same of the float reference."));
        return facts;
    }

    private List<Fact> summary() {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.text("experiment", run.spec().name(), "The experiment's name."),
                Fact.text("verdict", findings.sentence(), "One sentence."),
                Fact.text("complete", Boolean.toString(run.complete()), "Whether all sequences were learned."),
                Fact.whole("checks.passed", findings.count(Outcome.PASSED), "1", "Checks within their tolerances."),
                Fact.whole("checks.failed", findings.count(Outcome.FAILED), "1", "Checks beyond their tolerances."),
                Fact.whole("checks.skipped", findings.count(Outcome.SKIPPED), "1", "Checks for which nothing could be measured.")));
        for (Kind kind : Kind.values()) {
            long failed = findings.checks().stream().filter(check -> check.kind() == kind && check.failed()).count();
            facts.add(Fact.whole("checks.failed." + kind.label(), failed, "1", "Checks of one kind beyond their tolerances."));
        }
        return facts;
    }
}
