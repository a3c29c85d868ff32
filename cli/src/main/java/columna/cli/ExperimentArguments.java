package columna.cli;

import columna.experiments.explain.PredictionSignals;
import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.yaml.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiment a command simulates, with which changes, and where its results go. */
final class ExperimentArguments {
    static final int MOST_THREADS = 256;

    @Parameters(paramLabel = "NAME_OR_FILE", description = "A shipped experiment (see 'columna list') or the path of an experiment file.")
    private String experiment;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder for the results; by default a fresh one under runs/.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replaces a value of the experiment; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Short for --set seed=N.")
    private Optional<String> seed = Optional.empty();

    @Option(names = "--quiet", description = "Shows no progress and prints no summary; only complaints.")
    private boolean quiet;

    @Option(names = "--no-remember", description = "Clocks every time step anew (chip.remember_steps=false): same results, slower.")
    private boolean clockEveryStep;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that may compute (1 to 256); the results are the same for any number.")
    private Optional<Integer> threads = Optional.empty();

    /**
     * Reads the experiment.
     *
     * @throws BadInput also for one that predicts a stream
     */
    ExperimentSpec spec() {
        return ofSequences(experiment, allSettings());
    }

    /** The same of a command that has a few of these arguments only. */
    static ExperimentSpec ofSequences(String experiment, List<String> settings) {
        if (PredictionSpec.isOne(experiment)) {
            throw new BadInput(experiment + ": found an experiment that predicts a stream; allowed here: one that learns from sequences, such as copy-task"
                    + " (predictions are for columna run and columna verify)");
        }
        return ExperimentSpec.read(experiment, Signals.names(), settings);
    }

    /** Whether the experiment predicts a stream. */
    boolean isPrediction() {
        return PredictionSpec.isOne(experiment);
    }

    /** Reads an experiment that predicts a stream. */
    PredictionSpec prediction() {
        return PredictionSpec.read(experiment, PredictionSignals.names(), allSettings());
    }

    private List<String> allSettings() {
        threads.ifPresent(ExperimentArguments::limitThreads);
        List<String> all = new ArrayList<>(settings);
        seed.ifPresent(n -> all.add("seed=" + n));
        if (clockEveryStep) {
            all.add("chip.remember_steps=false");
        }
        return all;
    }

    /** Makes the folder for its results. */
    RunFolder folder(ExperimentSpec spec) {
        return folder(spec, "");
    }

    /** Makes the folder for the results of an experiment of that name. */
    RunFolder folder(String name) {
        return output.map(RunFolder::named).orElseGet(() -> RunFolder.fresh(name));
    }

    /** Makes the folder for results of another kind, which a fresh folder's name ends with. */
    RunFolder folder(ExperimentSpec spec, String kind) {
        return folder(spec.name() + kind);
    }

    /** Threads that may compute; one for each core if the user chose none. */
    int threads() {
        return threads.orElseGet(Runtime.getRuntime()::availableProcessors);
    }

    boolean quiet() {
        return quiet;
    }

    /** Refuses numbers of threads that are likely a mistake. */
    static void checkThreads(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new BadInput("--threads " + threads + ": found " + threads + " threads; allowed: 1 to " + MOST_THREADS);
        }
    }

    /** The common pool counts the calling thread as one more. It is created at its first use, which is after this. */
    private static void limitThreads(int threads) {
        checkThreads(threads);
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", Integer.toString(threads - 1));
    }
}
