package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code results.csv}: a comparison, or a claim, whose statement is its quantity and which has no numbers but those of its
 * evidence. Numbers are written so that reading gives the same bits; empty is none.
 */
record ResultLine(
        String kind,
        String group,
        String quantity,
        String unit,
        String published,
        String origin,
        String measured,
        String deviation,
        String seeds,
        String ratio,
        String criterion,
        String verdict,
        String evidence) {

    static final List<String> COLUMNS = List.of(
            "kind", "group", "quantity", "unit", "published", "origin", "measured", "deviation", "seeds", "ratio", "criterion", "verdict",
            "evidence");
    static final String COMPARISON = "comparison";
    static final String CLAIM = "claim";

    static List<ResultLine> of(Findings findings) {
        List<ResultLine> lines = new ArrayList<>();
        findings.comparisons().forEach(comparison -> lines.add(of(comparison)));
        findings.claims().forEach(claim -> lines.add(of(claim)));
        return lines;
    }

    private static ResultLine of(Comparison comparison) {
        Sample measured = comparison.measured();
        boolean any = measured.size() > 0;
        boolean published = comparison.published().isPresent();
        return new ResultLine(
                COMPARISON,
                comparison.group(),
                comparison.quantity(),
                comparison.unit(),
                published ? Double.toString(comparison.published().getAsDouble()) : "",
                comparison.origin(),
                any ? Double.toString(measured.mean()) : "",
                measured.size() > 1 ? Double.toString(measured.deviation()) : "",
                Integer.toString(measured.size()),
                any && published ? Double.toString(comparison.ratio()) : "",
                CriterionText.of(comparison.criterion()),
                comparison.verdict().word(),
                "");
    }

    private static ResultLine of(Claim claim) {
        return new ResultLine(CLAIM, "", claim.statement(), "", "", "", "", "", "", "", "", claim.verdict().word(), claim.evidence());
    }

    /** The fields in the order of the columns. */
    List<String> fields() {
        return List.of(kind, group, quantity, unit, published, origin, measured, deviation, seeds, ratio, criterion, verdict, evidence);
    }

    static ResultLine of(List<String> f) {
        return new ResultLine(
                f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6), f.get(7), f.get(8), f.get(9), f.get(10), f.get(11), f.get(12));
    }
}
