package columna.experiments.profile.report;

import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.measurement.SeedMean;
import columna.experiments.profile.proposal.Budget;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Verdict;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report of one profile. */
public final class ProfileReport {

    private final ProfileResult result;

    public ProfileReport(ProfileResult result) {
        this.result = result;
    }

    /** Writes page, charts and data into an existing folder. */
    public void write(Path folder) {
        try {
            ReportWriter.write(report(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole report. */
    public Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(new ProposalSection(result).section());
        sections.add(new HistogramSection(result).section());
        sections.add(new TrainingSection(result).section());
        if (!result.search().isEmpty()) {
            sections.add(new SearchSection(result).section());
        }
        if (!result.sensitivities().isEmpty()) {
            sections.add(new SensitivitySection(result).section());
        }
        sections.add(MethodSection.of(result));
        return new Report("Number formats of " + result.request().spec().name(), result.request().spec().description(), verdict(), keyFigures(), sections,
                provenance(), summary());
    }

    /** The experiment with the proposed formats as a file, headed by where they come from. */
    public String experimentFile() {
        return "# Number formats proposed by columna profile for " + result.request().budget().label() + ".\n"
                + result.proposal().spec().toYaml();
    }

    /** Whether the proposed chip was run to the end and still learns, if its reference does. */
    public boolean isGood() {
        return verdict().level() != Verdict.Level.BAD;
    }

    /** What the proposal saves and costs, in one sentence. */
    public Verdict verdict() {
        String partial = result.complete() ? "" : "Interrupted, so this is partial. ";
        String saving = String.format(Locale.ROOT, "%sThe proposal has %,d bits of memory against %,d, %s", partial,
                result.proposal().memoryBits(), result.present().memoryBits(), saved());
        Optional<SeedMean> before = result.presentRun();
        Optional<SeedMean> after = result.proposalRun();
        if (before.isEmpty() || after.isEmpty()) {
            return Verdict.neutral(saving + "; the chips were not measured.");
        }
        String losses = String.format(Locale.ROOT, "%s; the chip's loss is %s against %s of the file's own chip and %s of the reference",
                saving, loss(after.get().loss()), loss(before.get().loss()), loss(after.get().referenceLoss()));
        if (!learned(after.get().loss()) && learned(after.get().referenceLoss())) {
            return Verdict.bad(losses + ": it does not learn what its reference learns.");
        }
        return learned(after.get().loss()) ? Verdict.good(losses + ".") : Verdict.neutral(losses + ": neither has learned.");
    }

    private boolean learned(double loss) {
        return loss < 0.9 * result.request().spec().task().chanceLoss();
    }

    private String saved() {
        double share = 100 * result.shareSaved();
        return share >= 0 ? String.format(Locale.ROOT, "%.1f %% less", share) : String.format(Locale.ROOT, "%.1f %% more", -share);
    }

    /** What the loss of the proposal was expected to be: words, since no model of rounding predicts a loss exactly. */
    public String predictedLoss() {
        return switch (result.request().budget()) {
            case Budget.Loss budget -> limit(budget).map(limit -> "<= " + loss(limit)).orElse("-");
            case Budget.Noise noise -> "as present";
            case Budget.Memory memory -> "as present";
        };
    }

    private Optional<Double> limit(Budget.Loss budget) {
        return result.presentRun().map(run ->
                (1 + budget.fraction()) * (budget.against() == Budget.Against.CHIP ? run.loss() : run.referenceLoss()));
    }

    static String loss(double nats) {
        return nats < 1e-3 ? String.format(Locale.ROOT, "%.2e", nats) : String.format(Locale.ROOT, "%.3g", nats);
    }

    private List<Fact> keyFigures() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.number("Memory saved", result.shareSaved(), "1", Format.percent(1), "Bits of all signals that the proposal does without, as a share of the present ones."));
        facts.add(Fact.whole("Memory, proposed", result.proposal().memoryBits(), "bit", "Bits of all signals with the proposed formats."));
        result.proposalRun().ifPresent(run -> {
            facts.add(Fact.number("Loss, proposed", run.loss(), "nat", Format.significant(3), "Of the chip with the proposed formats on test sequences after learning; a mean over seeds."));
            facts.add(Fact.number("Energy, proposed", run.picojoules() * 1e-12, "J", Format.engineering(3), "Of learning with the proposed formats, nominal prices."));
        });
        result.presentRun().ifPresent(run -> {
            facts.add(Fact.number("Loss, present", run.loss(), "nat", Format.significant(3), "Of the file's own chip."));
            facts.add(Fact.number("Energy, present", run.picojoules() * 1e-12, "J", Format.engineering(3), "Of learning with the file's own chip."));
        });
        return facts;
    }

    private List<Fact> provenance() {
        String product = ProfileReport.class.getPackage().getImplementationVersion();
        return List.of(
                Fact.text("Columna", product == null ? "not packaged" : product, "Version of the simulator."),
                Fact.text("Java", Runtime.version() + ", " + System.getProperty("java.vendor"), "The machine it ran on."),
                Fact.whole("Seed", result.request().spec().seed(), "1", "Where all randomness begins."),
                Fact.whole("Seeds", result.request().seeds(), "1", "Seeds with which each design was measured."),
                Fact.text("Technology", result.request().spec().technology(), "The table of prices."));
    }

    private List<Fact> summary() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.text("experiment", result.request().spec().name(), "The experiment that was profiled."));
        facts.add(Fact.text("verdict", verdict().sentence(), "What the proposal saves and costs."));
        facts.add(Fact.text("complete", Boolean.toString(result.complete()), "false if it was interrupted."));
        facts.add(Fact.text("budget", result.request().budget().label(), "What the proposal was made for."));
        facts.add(Fact.whole("samples", result.observation().sampledSequences(), "1", "Sequences looked at."));
        facts.add(Fact.whole("present.memory_bits", result.present().memoryBits(), "bit", "Bits of all signals of the file's chip."));
        facts.add(Fact.whole("proposal.memory_bits", result.proposal().memoryBits(), "bit", "Bits of all signals with the proposed formats."));
        result.presentRun().ifPresent(run -> addRun("present", run, facts));
        result.proposalRun().ifPresent(run -> addRun("proposal", run, facts));
        result.predictedPicojoules().ifPresent(pj -> facts.add(Fact.number("proposal.predicted_energy_pj", pj, "pJ", Format.significant(6),
                "Energy of learning with the proposed formats, computed before that chip ran.")));
        return facts;
    }

    private static void addRun(String prefix, SeedMean run, List<Fact> facts) {
        facts.add(Fact.number(prefix + ".loss", run.loss(), "nat", Format.significant(6), "Loss on test sequences after learning, mean over seeds."));
        facts.add(Fact.number(prefix + ".lowest_loss", run.lowestLoss(), "nat", Format.significant(6), "The lowest loss of a seed."));
        facts.add(Fact.number(prefix + ".highest_loss", run.highestLoss(), "nat", Format.significant(6), "The highest loss of a seed."));
        facts.add(Fact.number(prefix + ".accuracy", run.accuracy(), "1", Format.significant(6), "Share of answers right, mean over seeds."));
        facts.add(Fact.number(prefix + ".reference_loss", run.referenceLoss(), "nat", Format.significant(6), "Loss of the reference, mean over seeds."));
        facts.add(Fact.number(prefix + ".energy_pj", run.picojoules(), "pJ", Format.significant(6), "Energy of learning."));
    }
}
