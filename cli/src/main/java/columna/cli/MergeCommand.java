package columna.cli;

import columna.experiments.study.Study;
import columna.experiments.study.StudyMerge;
import columna.experiments.yaml.BadInput;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code columna merge}: brings the folders of a job array's tasks together. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Brings folders of one study together, such as those of sweep --shard, writes the report, and says what is still missing (exit code 1). "
                + "May be repeated.",
        footerHeading = "%nExample:%n",
        footer = {"  columna merge part-* --output whole"})
final class MergeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of studies.")
    private List<String> folders = List.of();

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Folder for all of it: new, or of an earlier merge.")
    private String output = "";

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Path> parts = folders.stream().map(MergeCommand::path).toList();
        RunFolder folder = RunFolder.named(output);
        try {
            StudyMerge.Merged merged = StudyMerge.merge(parts, folder.path());
            merged.empty().forEach(part -> terminal.complain(part + " holds no study yet; it is left out"));
            if (!merged.result().configurations().isEmpty()) {
                Study.report(folder.path(), folder.path(), configuration -> true);
            }
            return tell(merged, folder.path());
        } catch (RuntimeException | LinkageError refused) {
            folder.abandon();
            throw refused;
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new BadInput("merge: found an impossible path; allowed: folders of studies");
        }
    }

    private int tell(StudyMerge.Merged merged, Path folder) {
        PrintWriter out = terminal.out();
        long points = merged.result().configurations().stream().mapToLong(configuration -> configuration.points().size()).sum();
        out.printf("Folders: %d. Configurations: %d. Points: %d.%n", folders.size() - merged.empty().size(), merged.result().configurations().size(), points);
        if (!merged.missing().isEmpty()) {
            out.printf("Configurations that are missing or lack a seed: %d (%s)%n", merged.missing().size(), merged.missingRanges());
            out.println("Simulate exactly these with: columna sweep " + folder);
        }
        if (points > 0) {
            out.println("Report: " + folder.resolve("index.html"));
        }
        out.flush();
        return merged.missing().isEmpty() ? ExitCode.OK : ExitCode.BAD_VERDICT;
    }
}
