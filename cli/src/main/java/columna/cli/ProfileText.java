package columna.cli;

import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.measurement.SeedMean;
import columna.experiments.profile.measurement.Sensitivity;
import columna.experiments.profile.proposal.SignalProposal;
import columna.experiments.profile.report.ProfileReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The short summary on the screen: the verdict, three numbers before and after, and the signals that matter most. */
final class ProfileText {
    private static final int MOST_SIGNALS = 12;

    private ProfileText() {}

    static void print(PrintWriter out, ProfileResult result, ProfileReport report, Path folder) {
        out.println(report.verdict().sentence());
        out.printf(Locale.ROOT, "  %-28s %14s %14s %14s%n", "", "present", "predicted", "measured");
        out.printf(Locale.ROOT, "  %-28s %,14d %,14d %14s bits%n", "memory", result.present().memoryBits(), result.proposal().memoryBits(),
                result.proposalRun().map(run -> String.format(Locale.ROOT, "%,d", run.memoryBits())).orElse("-"));
        out.printf(Locale.ROOT, "  %-28s %14s %14s %14s pJ%n", "energy", result.presentRun().map(SeedMean::picojoules).map(ProfileText::number).orElse("-"),
                result.predictedPicojoules().isPresent() ? number(result.predictedPicojoules().getAsDouble()) : "-",
                result.proposalRun().map(SeedMean::picojoules).map(ProfileText::number).orElse("-"));
        out.printf(Locale.ROOT, "  %-28s %14s %14s %14s nats%n", "loss", loss(result.presentRun()), report.predictedLoss(), loss(result.proposalRun()));
        savings(out, result);
        sensitivities(out, result);
        out.println("Report: " + folder.resolve("index.html"));
        out.flush();
    }

    private static String loss(Optional<SeedMean> run) {
        return run.map(SeedMean::loss).map(ProfileText::number).orElse("-");
    }

    private static void savings(PrintWriter out, ProfileResult result) {
        List<SignalProposal> changed = result.proposal().signals().values().stream()
                .filter(signal -> signal.bitsSaved() != 0)
                .sorted(Comparator.comparingLong((SignalProposal signal) -> -Math.abs(signal.bitsSaved())))
                .toList();
        out.printf(Locale.ROOT, "  %-28s %14s %14s %14s %11s%n", "signal", "present", "proposed", "bits saved", "saturating");
        changed.stream().limit(MOST_SIGNALS).forEach(signal -> out.printf(Locale.ROOT, "  %-28s %14s %14s %,14d %9.4f %%%n",
                signal.observation().name(), signal.current().shortName(), signal.format().shortName(), signal.bitsSaved(),
                100 * signal.saturating(signal.format())));
        if (changed.size() > MOST_SIGNALS) {
            out.printf(Locale.ROOT, "  and %d more in the report%n", changed.size() - MOST_SIGNALS);
        }
    }

    private static void sensitivities(PrintWriter out, ProfileResult result) {
        Optional<SeedMean> base = result.sensitivityBase();
        if (result.sensitivities().isEmpty() || base.isEmpty()) {
            return;
        }
        out.printf(Locale.ROOT, "  %-28s %14s %14s %14s %14s%n", "one bit less / more", "loss, less", "loss, more", "bits of memory", "pJ, less");
        result.sensitivities().stream()
                .sorted(Comparator.comparingDouble((Sensitivity one) -> -one.less().map(SeedMean::loss).orElse(0.0)))
                .limit(MOST_SIGNALS)
                .forEach(one -> out.printf(Locale.ROOT, "  %-28s %14s %14s %,14d %14s%n", one.signal(),
                        change(one.less(), base.get()), change(one.more(), base.get()), one.words(),
                        one.less().map(run -> number(run.picojoules() - base.get().picojoules())).orElse("-")));
    }

    private static String change(Optional<SeedMean> run, SeedMean base) {
        return run.map(one -> String.format(Locale.ROOT, "%+.3g", one.loss() - base.loss())).orElse("-");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
