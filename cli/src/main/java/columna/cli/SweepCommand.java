package columna.cli;

import columna.experiments.study.Shard;
import columna.experiments.study.definition.StudyDefinition;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code columna sweep}: simulates the points of a study, or goes on with one that was interrupted. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates many chips that differ along axes, and writes a report. The same command again goes on where it was interrupted.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna sweep trace-and-weight-bits",
            "  columna sweep my-study.yaml --output my-study --set learning.sequences=1000",
            "  columna sweep my-study.yaml --output part-3 --shard 3/16      then: columna merge part-* --output whole"
        })
final class SweepCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final StudyOptions options = new StudyOptions();

    @Option(names = "--shard", paramLabel = "I/N", description = "Only every N-th configuration, beginning with the I-th: one task of a job array.")
    private Optional<String> shard = Optional.empty();

    SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StudyDefinition definition = options.definition();
        options.check(definition.configurations(), definition);
        Shard part = shard.map(Shard::parse).orElse(Shard.WHOLE);
        return new StudyCourse(terminal, options, definition)
                .run((study, workforce, progress, stop) -> study.sweep(part, workforce, progress, stop));
    }
}
