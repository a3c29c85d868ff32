package columna.cli;

import columna.experiments.study.definition.StudyDefinition;
import java.math.BigInteger;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code columna search}: looks for the front of a study instead of simulating every point. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Searches the axes of a study for the best compromises (NSGA-II), and writes a report. The same command again goes on where it was interrupted.",
        footerHeading = "%nExamples:%n",
        footer = {"  columna search format-search", "  columna search my-study.yaml --output my-study"})
final class SearchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final StudyOptions options = new StudyOptions();

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StudyDefinition definition = options.definition();
        options.check(BigInteger.valueOf(definition.search().population()).multiply(BigInteger.valueOf(definition.search().generations())), definition);
        return new StudyCourse(terminal, options, definition).run((study, workforce, progress, stop) -> study.search(workforce, progress, stop));
    }
}
