package columna.cli;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduction.report.ReproductionResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;

/** The summary of a reproduction on the screen: the tally, each number beside the paper's, each claim, and where the rest is. */
final class FindingsText {
    private static final String ROW = "    %-44s %10s %10s %10s  %s%n";

    private FindingsText() {}

    static void print(PrintWriter out, ReproductionResult result, Path folder, boolean partial) {
        out.println((partial ? "Interrupted, so this is partial. " : "") + result.sentence());
        String group = "";
        for (Comparison comparison : result.findings().comparisons()) {
            if (!comparison.group().equals(group)) {
                group = comparison.group();
                out.println("  " + group);
                out.printf(ROW, "", "paper", "here", "deviation", "");
            }
            print(out, comparison);
        }
        if (!result.findings().claims().isEmpty()) {
            out.println("  Claims");
            result.findings().claims().forEach(claim -> print(out, claim));
        }
        out.println("Report: " + folder.resolve("index.html"));
        out.flush();
    }

    private static void print(PrintWriter out, Comparison comparison) {
        Sample measured = comparison.measured();
        out.printf(ROW,
                comparison.quantity() + (comparison.unit().equals("1") ? "" : " (" + comparison.unit() + ")"),
                number(comparison.published()),
                measured.size() == 0 ? "-" : number(measured.mean()),
                measured.size() < 2 ? "-" : number(measured.deviation()),
                comparison.verdict().word());
    }

    private static void print(PrintWriter out, Claim claim) {
        out.printf("    %s: %s (%s)%n", claim.verdict().word(), claim.statement(), claim.evidence());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    /** Four digits that count, without zeros that nobody measured. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains(".") && !text.contains("e") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
