package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers beside the paper's, a table for each group, and the paper's claims. */
final class ComparisonSection {

    private static final int DIGITS = 4;

    private final Findings findings;

    ComparisonSection(Findings findings) {
        this.findings = findings;
    }

    Section section() {
        Map<String, List<Comparison>> groups = new LinkedHashMap<>();
        findings.comparisons().forEach(comparison -> groups.computeIfAbsent(comparison.group(), name -> new ArrayList<>()).add(comparison));
        List<Block> blocks = new ArrayList<>();
        groups.forEach((group, comparisons) -> blocks.add(table("comparisons-" + (blocks.size() + 1), group, comparisons)));
        if (!findings.claims().isEmpty()) {
            blocks.add(claims());
        }
        return new Section("results", "Paper and measurement", "", blocks);
    }

    private static Table table(String id, String group, List<Comparison> comparisons) {
        List<String> units = comparisons.stream().map(Comparison::unit).distinct().toList();
        boolean oneUnit = units.size() == 1;
        String unit = oneUnit ? units.getFirst() : "1";
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Quantity", "What was measured."));
        if (!oneUnit) {
            columns.add(Column.text("Unit", "Of the paper's number, the mean and the deviation."));
        }
        columns.add(Column.number("Paper", unit, Format.SHORTEST, "The published number."));
        columns.add(Column.number("Measured", unit, Format.significant(DIGITS), "Mean over seeds."));
        columns.add(Column.number("Deviation", unit, Format.significant(2), "Standard deviation over seeds, with n \u2212 1."));
        columns.add(Column.number("Seeds", "1", Format.WHOLE, "How many seeds were measured."));
        columns.add(Column.number("Ratio", "1", Format.significant(3), "The mean divided by the paper's number."));
        columns.add(Column.text("Criterion", "When the number counts as reproduced."));
        columns.add(Column.text("Verdict", "Whether it does."));
        columns.add(Column.text("Origin", "Whose number stands under Paper."));
        return Table.of(id, group, "", columns, comparisons.stream().map(comparison -> row(comparison, oneUnit)).toList());
    }

    private static List<Value> row(Comparison comparison, boolean oneUnit) {
        List<Value> row = new ArrayList<>();
        row.add(Value.of(comparison.quantity()));
        if (!oneUnit) {
            row.add(Value.of(comparison.unit().equals("1") ? "" : comparison.unit()));
        }
        row.add(Value.of(comparison.published().orElse(Double.NaN)));
        row.add(mean(comparison));
        row.add(Value.of(comparison.measured().deviation()));
        row.add(Value.of((long) comparison.measured().size()));
        row.add(Value.of(comparison.ratio()));
        row.add(Value.of(CriterionText.of(comparison.criterion())));
        row.add(Value.of(comparison.verdict().word()));
        row.add(Value.of(comparison.origin()));
        return row;
    }

    /** A mean that is not a number was measured all the same. */
    private static Value mean(Comparison comparison) {
        double mean = comparison.measured().mean();
        return comparison.measured().size() > 0 && Double.isNaN(mean) ? Value.of("not a number") : Value.of(mean);
    }

    private Table claims() {
        return Table.of(
                "claims",
                "Claims of the paper",
                "",
                List.of(
                        Column.text("Claim", "A statement of the paper."),
                        Column.text("Verdict", "Whether it holds here."),
                        Column.text("Evidence", "The measured numbers that decide it.")),
                findings.claims().stream()
                        .map(claim -> List.of(Value.of(claim.statement()), Value.of(claim.verdict().word()), Value.of(claim.evidence())))
                        .toList());
    }
}
