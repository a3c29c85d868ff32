package columna.cli;

import columna.experiments.profile.Profile;
import columna.experiments.profile.ProfileRequest;
import columna.experiments.profile.ProfileRequest.Around;
import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.measurement.Evaluator;
import columna.experiments.profile.proposal.Budget;
import columna.experiments.profile.proposal.Period;
import columna.experiments.profile.proposal.RangeRule;
import columna.experiments.profile.report.ProfileReport;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code columna profile}: ranges and histograms of all signals over training, and number formats that follow from them. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows which values every signal takes over training, proposes a number format for each, and runs the chip with them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna profile copy-task",
            "  columna profile copy-task --noise-budget 30 --write narrow.yaml",
            "  columna profile my-chip.yaml --memory-budget 800000",
            "  columna profile my-chip.yaml --loss-budget 0.5 --seeds 3",
            "  columna profile copy-task --signals lru.trace --seeds 3"
        })
final class ProfileCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Evaluator evaluator;

    @Mixin
    private ExperimentArguments arguments;

    @Option(names = "--noise-budget", paramLabel = "DB", description = "Every signal keeps this signal-to-noise ratio against its own rounding, in dB (the default, with 30).")
    private Optional<Double> noise = Optional.empty();

    @Option(names = "--loss-budget", paramLabel = "FRACTION", description = "The loss after learning may rise by this fraction; found by running chips.")
    private Optional<Double> loss = Optional.empty();

    @Option(names = "--loss-against", paramLabel = "WHAT", description = "What the loss is compared with: chip, the file's own (default), or reference.")
    private Optional<String> lossAgainst = Optional.empty();

    @Option(names = "--memory-budget", paramLabel = "BITS", description = "All memories of the chip together have at most so many bits.")
    private Optional<Long> memory = Optional.empty();

    @Option(names = "--margin", paramLabel = "FACTOR", description = "Ranges seen are multiplied by this (default 1.25), since training is sampled.")
    private Optional<Double> margin = Optional.empty();

    @Option(names = "--saturating", paramLabel = "SHARE", description = "Share of a signal's words that may saturate (default 0.0001).")
    private Optional<Double> saturating = Optional.empty();

    @Option(names = "--over", paramLabel = "PERIOD", description = "Noise is held against each signal in its quietest third of training (default), since gradients shrink, or over the whole.")
    private Optional<String> over = Optional.empty();

    @Option(names = "--samples", paramLabel = "N", defaultValue = "60", description = "Sequences to look at, spread over training (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(names = "--sensitivity", paramLabel = "WHERE", arity = "0..1", fallbackValue = "proposal", description = "Measures one bit less and one more of every signal, around the proposal (default) or the file's formats.")
    private Optional<String> sensitivity = Optional.empty();

    @Option(names = "--signals", paramLabel = "NAME", split = ",", description = "Sensitivity of these signals or groups only; may be repeated.")
    private List<String> signals = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "1", description = "Each design is run with so many seeds; losses are means (default ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the experiment with the proposed formats.")
    private Optional<String> write = Optional.empty();

    @Option(names = "--force", description = "Lets --write replace an existing file.")
    private boolean force;

    ProfileCommand(Terminal terminal, Evaluator evaluator) {
        this.terminal = terminal;
        this.evaluator = evaluator;
    }

    @Override
    public Integer call() {
        Optional<ExperimentTarget> target = write.map(file -> ExperimentTarget.of(file, force));
        ProfileRequest request = request(arguments.spec());
        return LongWork.in(arguments.folder(request.spec(), "-profile"), terminal, (folder, interrupted) -> {
            ProfileResult result = profile(request, interrupted);
            ProfileReport report = new ProfileReport(result);
            report.write(folder);
            boolean written = result.complete() && target.isPresent();
            if (written) {
                target.get().write(report.experimentFile());
            }
            tell(result, report, folder, written);
            return report.isGood();
        });
    }

    private ProfileResult profile(ProfileRequest request, BooleanSupplier interrupted) {
        try (LiveProgress live = LiveProgress.on(terminal, arguments.quiet())) {
            return Profile.of(request, evaluator, live, interrupted);
        }
    }

    private ProfileRequest request(ExperimentSpec spec) {
        RangeRule rule = new RangeRule(margin.orElse(RangeRule.DEFAULT.margin()), saturating.orElse(RangeRule.DEFAULT.saturatingShare()));
        Period period = over.map(word -> choice("--over", word, Period.class)).orElse(Period.QUIETEST);
        Optional<Around> around = sensitivity.map(word -> choice("--sensitivity", word, Around.class))
                .or(() -> signals.isEmpty() ? Optional.empty() : Optional.of(Around.PROPOSAL));
        return new ProfileRequest(spec, budget(), rule, period, samples, seeds, Math.min(arguments.threads(), ExperimentArguments.MOST_THREADS), around, signals);
    }

    private Budget budget() {
        List<String> given = Stream.of(noise.map(n -> "--noise-budget"), loss.map(n -> "--loss-budget"), memory.map(n -> "--memory-budget"))
                .flatMap(Optional::stream).toList();
        if (given.size() > 1) {
            throw new BadInput("found " + String.join(" and ", given) + "; allowed: one budget");
        }
        if (lossAgainst.isPresent() && loss.isEmpty()) {
            throw new BadInput("--loss-against " + lossAgainst.get() + ": found no --loss-budget that it belongs to");
        }
        Budget.Against against = lossAgainst.map(word -> choice("--loss-against", word, Budget.Against.class)).orElse(Budget.Against.CHIP);
        return loss.<Budget>map(fraction -> new Budget.Loss(fraction, against))
                .or(() -> memory.map(Budget.Memory::new))
                .orElseGet(() -> noise.map(Budget.Noise::new).orElse(Budget.Noise.DEFAULT));
    }

    private static <E extends Enum<E>> E choice(String option, String word, Class<E> choices) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(word)) {
                return choice;
            }
        }
        List<String> allowed = Stream.of(choices.getEnumConstants()).map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList();
        throw new BadInput(option + " " + word.replaceAll("\\p{Cntrl}", "?") + ": allowed: " + String.join(" or ", allowed));
    }

    private void tell(ProfileResult result, ProfileReport report, Path folder, boolean written) {
        if (!arguments.quiet()) {
            ProfileText.print(terminal.out(), result, report, folder);
            if (written) {
                terminal.out().println("Wrote " + write.get() + "; run it with: columna run " + write.get());
            }
        } else if (!result.complete()) {
            terminal.complain("interrupted; a partial report is in " + folder);
        }
        if (write.isPresent() && !written) {
            terminal.complain("interrupted; " + write.get() + " was not written");
        }
    }
}
