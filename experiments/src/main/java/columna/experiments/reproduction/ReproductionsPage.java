package columna.experiments.reproduction;

import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduction.report.CommittedResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documentation of the reproductions, written from what they say of themselves and from committed results; a test holds the page in src/site against it. */
public final class ReproductionsPage {

    private static final String INTRODUCTION = """
            # Reproductions

            Published tables and figures that `columna reproduce NAME` measures again, each number beside the paper's. A default run is shortened,
            `--full` has the paper's size; times are estimates for %d cores of the machine that the project was measured on. A run that was
            interrupted goes on when the same command is given again. The tables below are from the files in [results](results), each the
            `results.csv` of one run.

            This page is written from the reproductions themselves and from those files, and a test compares it with them.

            | name | what | default | `--full` |
            | --- | --- | --- | --- |
            """;

    private ReproductionsPage() {}

    /**
     * The page as Markdown.
     *
     * @param results the folder of committed results, {@code NAME.csv} each
     * @throws IllegalArgumentException if there are results of no reproduction
     */
    public static String markdown(List<Reproduction> reproductions, Path results) {
        refuseStrangers(reproductions, results);
        StringBuilder page = new StringBuilder(INTRODUCTION.formatted(Estimate.CORES));
        reproductions.forEach(one -> page.append("| [" + one.name() + "](#" + one.name() + ") | " + one.title() + " | "
                + Estimate.of(one, Scope.DEFAULT) + " | " + Estimate.of(one, Scope.FULL) + " |\n"));
        reproductions.forEach(one -> page.append(chapter(one, results)));
        return page.toString();
    }

    private static void refuseStrangers(List<Reproduction> reproductions, Path results) {
        List<String> known = reproductions.stream().map(one -> one.name() + ".csv").toList();
        try (Stream<Path> files = Files.list(results)) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv") && !known.contains(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException(results.resolve(name) + ": found results of no reproduction; allowed: " + known);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String chapter(Reproduction one, Path results) {
        Path csv = results.resolve(one.name() + ".csv");
        StringBuilder chapter = new StringBuilder("\n## " + one.name() + "\n\n" + one.title() + ". " + one.source() + ".\n\n");
        chapter.append(Files.exists(csv) ? CommittedResults.markdown(csv, one.name()) : "No results are committed.\n");
        chapter.append("\nWhat is assumed, and where this differs from the paper:\n\n");
        one.assumptions().forEach(assumption -> chapter.append("- " + assumption + "\n"));
        return chapter.append("- " + one.shortened() + "\n").toString();
    }
}
