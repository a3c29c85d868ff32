package columna.cli;

import columna.experiments.explain.Signals;
import columna.experiments.study.Study;
import columna.experiments.study.definition.ShippedStudies;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.engine.WorkforceProvider;
import columna.experiments.yaml.BadInput;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code sweep} and {@code search} are asked alike. */
final class StudyOptions {
    private static final BigInteger MANY = BigInteger.valueOf(10_000);
    private static final BigInteger TOO_MANY = BigInteger.valueOf(Integer.MAX_VALUE);

    @Parameters(paramLabel = "NAME_OR_FILE", description = "A shipped study (see 'columna list studies'), the path of a study file, or the "
            + "folder of a study that was begun.")
    private String study;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder of the study, new or begun; by default runs/NAME, or the folder that is "
            + "gone on with. The same command again goes on.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replaces a value of the experiment before any axis; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Computations at a time (1 to 256, by default one for each core); the results are the same for any number.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--cluster", paramLabel = "ADDRESS", description = "Computes on a cluster of Spark: spark://HOST:PORT, or local-cluster[WORKERS,CORES,MEGABYTES] "
            + "to try it on this machine; --threads is then computations at a time in the whole cluster, by default one for each of its cores.")
    private Optional<String> cluster = Optional.empty();

    @Option(names = "--yes", description = "Begins a study of more than 10,000 points.")
    private boolean yes;

    @Option(names = "--quiet", description = "Shows no progress and prints no summary; only complaints.")
    private boolean quiet;

    /** The study. */
    StudyDefinition definition() {
        if (begun()) {
            if (!settings.isEmpty()) {
                throw new BadInput("--set " + settings.getFirst() + ": found a study that was begun without it; allowed: with the study's file, and another --output");
            }
            return Study.definition(Path.of(study));
        }
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
        return RunFolder.named(output.orElse(begun() ? study : "runs/" + name));
    }

    /** Whether a folder is named instead of a file. */
    private boolean begun() {
        try {
            return !ShippedStudies.names().contains(study) && Files.isDirectory(Path.of(study));
        } catch (InvalidPathException noFolder) {
            return false;
        }
    }

    /** Refuses numbers of threads that are likely a mistake. */
    void checkThreads() {
        threads.ifPresent(ExperimentArguments::checkThreads);
    }

    /**
     * Who computes: threads of this process, or a cluster.
     *
     * @param folder of the study, where a cluster's software may keep its log
     */
    Workforce workforce(Path folder) {
        return cluster.map(address -> WorkforceProvider.cluster(address, threads.map(OptionalInt::of).orElse(OptionalInt.empty()), folder.resolve("cluster.log")))
                .orElseGet(() -> Workforce.threads(threads.orElseGet(Runtime.getRuntime()::availableProcessors)));
    }

    /** The cluster's address, if there is one. */
    Optional<String> cluster() {
        return cluster;
    }

    boolean quiet() {
        return quiet;
    }
}
