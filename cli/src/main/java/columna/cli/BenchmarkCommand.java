package columna.cli;

import columna.experiments.run.Benchmark;
import columna.experiments.run.Benchmark.Learning;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code columna benchmark}: how fast an experiment simulates here, chip and reference in one run. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Measures how fast an experiment simulates: sequences per second of one thread's processor time.")
final class BenchmarkCommand implements Runnable {
    private static final int MOST = 10_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME_OR_FILE", description = "A shipped experiment (see 'columna list') or the path of an experiment file.")
    private String experiment;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replaces a value of the experiment; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "7", description = "Rounds; the median counts (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--sequences", paramLabel = "N", defaultValue = "60", description = "Sequences of a round (default ${DEFAULT-VALUE}).")
    private int sequences;

    BenchmarkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        check("--rounds", rounds);
        check("--sequences", sequences);
        ExperimentSpec spec = ExperimentArguments.ofSequences(experiment, settings);
        Benchmark.Rates rates = Benchmark.measure(spec, rounds, sequences);
        terminal.out().printf(
                Locale.ROOT,
                "%s, median of %d rounds, one thread, processor time:%n"
                        + "  chip       %8.1f sequences/s (%.1f to %.1f), %.3g cycles/s, timing and accounting on%n"
                        + "  reference  %8.1f sequences/s, the same rule in double precision%n"
                        + "  reference  %8.1f sequences/s, the same rule in single precision%n"
                        + "  BPTT       %8.1f sequences/s, in single precision%n"
                        + "  chip over reference in double precision %.2f%n",
                spec.name(),
                rounds,
                rates.chip(),
                rates.slowestRound(),
                rates.fastestRound(),
                rates.cyclesPerSecond(),
                rates.reference().get(Learning.RULE_DOUBLE),
                rates.reference().get(Learning.RULE_FLOAT),
                rates.reference().get(Learning.BPTT_FLOAT),
                rates.chip() / rates.reference().get(Learning.RULE_DOUBLE));
        terminal.out().flush();
    }

    private static void check(String option, int value) {
        if (value < 1 || value > MOST) {
            throw new BadInput(option + " " + value + ": allowed: 1 to " + MOST);
        }
    }
}
