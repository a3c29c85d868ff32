package columna.cli;

import columna.experiments.explain.Signals;
import columna.experiments.study.definition.ShippedStudies;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.yaml.BadInput;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code sweep} and {@code search} are asked alike. */
final class StudyOptions {
    private static final BigInteger MANY = BigInteger.valueOf(10_000);
    private static final BigInteger TOO_MANY = BigInteger.valueOf(Integer.MAX_VALUE);

    @Parameters(paramLabel = "NAME_OR_FILE", description = "A shipped study (see 'columna list studies') or the path of a study file.")
    private String study;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder of the study, new or begun; by default runs/NAME. The same command again goes on.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replaces a value of the experiment before any axis; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Computations at a time (1 to 256, by default one for each core); the results are the same for any number.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--yes", description = "Begins a study of more than 10,000 points.")
    private boolean yes;

    @Option(names = "--quiet", description = "Shows no progress and prints no summary; only complaints.")
    private boolean quiet;

    /** The study. */
    StudyDefinition definition() {
        return ShippedStudies.read(study, Signals.names(), settings);
    }

    /** Refuses numbers of points that are likely a mistake. */
    void check(BigInteger configurations, StudyDefinition definition) {
        BigInteger points = configurations.multiply(BigInteger.valueOf(definition.seeds().size()));
        if (points.compareTo(TOO_MANY) > 0) {
            throw new BadInput(study + ": found " + grouped(points) + " points; allowed: at most " + grouped(TOO_MANY)
                    + ", for example a random sampling of them (sampling: {method: latin-hypercube, configurations: 200})");
        }
        if (points.compareTo(MANY) > 0 && !yes) {
            throw new BadInput(study + ": found " + grouped(points) + " points (" + grouped(configurations) + " configurations, "
                    + definition.seeds().size() + (definition.seeds().size() == 1 ? " seed" : " seeds") + "); allowed without --yes: at most " + grouped(MANY));
        }
    }

    private static String grouped(BigInteger number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    RunFolder folder(String name) {
        return RunFolder.named(output.orElse("runs/" + name));
    }

    int threads() {
        int wanted = threads.orElseGet(Runtime.getRuntime()::availableProcessors);
        if (wanted < 1 || wanted > 256) {
            throw new BadInput("--threads " + wanted + ": found " + wanted + "; allowed: 1 to 256");
        }
        return wanted;
    }

    boolean quiet() {
        return quiet;
    }
}
