package columna.experiments.study.report;

import columna.reports.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documentation of what the shipped studies found, written from committed results: for each study {@code NAME.csv}, its chart
 * {@code NAME.png} and the conclusion {@code NAME.md}. A test holds the page in src/site against it.
 */
public final class StudyResultsPage {

    private static final String INTRODUCTION = """
            # What the ready studies found

            Questions that architects ask, answered by the studies that ship (`columna list studies`), on the copy task. Each was run with the command
            below its heading; the numbers are from the files in [results/studies](results/studies), and the charts from the studies' reports. They hold for
            this task and this size of chip; the commands are there to ask the same of yours.

            This page is written from those files, and a test compares it with them.
            """;

    private static final int MOST_ROWS = 16;

    private StudyResultsPage() {}

    /**
     * The page as Markdown.
     *
     * @param studies names in the order of the page; those without results are said to have none
     * @param results the folder of committed results
     */
    public static String markdown(List<String> studies, Path results) {
        refuseStrangers(studies, results);
        return INTRODUCTION + studies.stream().map(name -> chapter(name, results)).collect(Collectors.joining());
    }

    private static void refuseStrangers(List<String> studies, Path results) {
        try (Stream<Path> files = Files.list(results)) {
            files.map(file -> file.getFileName().toString()).filter(file -> !studies.contains(file.replaceFirst("\\.[a-z]+$", ""))).findFirst().ifPresent(file -> {
                throw new IllegalArgumentException(results.resolve(file) + ": found a file of no shipped study; allowed: " + studies);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String chapter(String name, Path results) {
        Path csv = results.resolve(name + ".csv");
        if (!Files.exists(csv)) {
            return "\n## " + name + "\n\nNo results are committed.\n";
        }
        StudyResultsCsv found = StudyResultsCsv.read(csv);
        if (!name.equals(found.comments().get("study"))) {
            throw new IllegalArgumentException(csv + ": found results of " + found.comments().get("study") + "; allowed: those of " + name);
        }
        return "\n## " + name + "\n\n" + found.comments().get("description") + ". `" + found.comments().get("command") + "`, commit "
                + found.comments().get("commit") + ", " + found.comments().get("date").substring(0, 10) + ", " + found.lines().size() + " configurations, seeds "
                + found.comments().get("seeds") + ".\n\n" + text(results.resolve(name + ".md")).strip() + "\n\n![" + name + "](results/studies/" + name + ".png)\n\n"
                + table(found);
    }

    /** Small studies whole, large ones by their front. */
    private static String table(StudyResultsCsv found) {
        int state = found.columns().indexOf(StudyResultsCsv.STATE);
        boolean whole = found.lines().size() <= MOST_ROWS;
        List<List<String>> lines = whole ? found.lines() : found.lines().stream().filter(line -> line.get(state).equals("front")).toList();
        List<List<String>> shown = lines.size() <= MOST_ROWS ? lines : lines.subList(0, MOST_ROWS);
        StringBuilder table = new StringBuilder();
        if (!whole) {
            table.append(shown.size() < lines.size() ? "The first " + shown.size() + " of " + lines.size() + " configurations" : "The configurations").append(" on the front:\n\n");
        }
        table.append("| ").append(String.join(" | ", found.columns())).append(" |\n|").append(" --- |".repeat(found.columns().size())).append('\n');
        shown.forEach(line -> table.append("| ").append(String.join(" | ", rounded(line))).append(" |\n"));
        return table.toString();
    }

    private static List<String> rounded(List<String> line) {
        List<String> cells = new ArrayList<>();
        for (String field : line) {
            cells.add(field.matches("-?[0-9.]+(E-?[0-9]+)?") && field.contains(".") ? Numbers.significant(Double.parseDouble(field), 4) : field.replace("|", "\\|"));
        }
        return cells;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
