package columna.experiments.reproduction.report;

import columna.reports.Numbers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A committed {@code results.csv} as Markdown: how it came about, a table for each group, the claims. */
public final class CommittedResults {

    private static final int DIGITS = 4;

    private CommittedResults() {}

    /**
     * Reads and writes out.
     *
     * @throws IllegalArgumentException if the file is not a {@code results.csv}, or one of another reproduction
     */
    public static String markdown(Path csv, String reproduction) {
        ResultsCsv results = ResultsCsv.read(csv);
        Map<String, String> comments = results.comments();
        if (!reproduction.equals(comments.get("reproduction"))) {
            throw new IllegalArgumentException(csv + ": found results of " + comments.get("reproduction") + "; allowed: those of " + reproduction);
        }
        StringBuilder text = new StringBuilder("Measured by `" + comments.get("command") + "`, commit " + comments.get("commit") + ", "
                + comments.get("date").substring(0, 10) + ", " + comments.get("points") + " points, seeds " + comments.get("seeds") + ".\n");
        Map<String, List<ResultLine>> groups = results.lines().stream().filter(line -> line.kind().equals(ResultLine.COMPARISON))
                .collect(Collectors.groupingBy(ResultLine::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, lines) -> text.append(table(group, lines)));
        text.append(claims(results.lines().stream().filter(line -> line.kind().equals(ResultLine.CLAIM)).toList()));
        return text.toString();
    }

    private static String table(String group, List<ResultLine> lines) {
        StringBuilder table = new StringBuilder("\n**" + cell(group) + "**\n\n"
                + "| quantity | paper | here | deviation | seeds | criterion | verdict | origin |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (ResultLine line : lines) {
            String unit = line.unit().equals("1") ? "" : " (" + line.unit() + ")";
            table.append(row(List.of(line.quantity() + unit, line.published().isEmpty() ? "" : Numbers.shortest(Double.parseDouble(line.published())),
                    rounded(line.measured(), DIGITS), rounded(line.deviation(), 2), line.seeds(), line.criterion(), line.verdict(), line.origin())));
        }
        return table.toString();
    }

    private static String claims(List<ResultLine> lines) {
        return lines.isEmpty()
                ? ""
                : "\n| claim | verdict | evidence |\n| --- | --- | --- |\n"
                        + lines.stream().map(line -> row(List.of(line.quantity(), line.verdict(), line.evidence()))).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + cells.stream().map(CommittedResults::cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    /** What was measured and is not a number is said so. */
    private static String rounded(String number, int digits) {
        if (number.isEmpty()) {
            return "";
        }
        double value = Double.parseDouble(number);
        return Double.isNaN(value) ? "not a number" : Numbers.significant(value, digits);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
    }
}
