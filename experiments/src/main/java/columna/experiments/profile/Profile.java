package columna.experiments.profile;

import columna.experiments.chip.ChipDesign;
import columna.experiments.profile.formats.ChipConstraints;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.profile.measurement.EnergyForecast;
import columna.experiments.profile.measurement.Evaluator;
import columna.experiments.profile.measurement.LossSearch;
import columna.experiments.profile.measurement.Measurements;
import columna.experiments.profile.measurement.SeedMean;
import columna.experiments.profile.measurement.Sensitivity;
import columna.experiments.profile.observation.Observation;
import columna.experiments.profile.observation.ReferenceTraining;
import columna.experiments.profile.proposal.Budget;
import columna.experiments.profile.proposal.Proposal;
import columna.experiments.profile.proposal.Proposer;
import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Observes, proposes, measures. */
public final class Profile {

    /** Designs on the line that a loss budget searches. */
    private static final int DESIGNS = 65;

    private final ProfileRequest request;
    private final ExperimentSpec spec;
    private final ChipDesign design;
    private final ChipConstraints constraints;
    private final Measurements measurements;
    private final BooleanSupplier stopRequested;

    private Profile(ProfileRequest request, Measurements measurements, BooleanSupplier stopRequested) {
        this.request = request;
        this.spec = request.spec();
        this.design = ChipDesign.of(spec);
        this.constraints = ChipConstraints.of(design);
        this.measurements = measurements;
        this.stopRequested = stopRequested;
    }

    /**
     * Profiles an experiment.
     *
     * @param evaluator runs a chip
     * @param stopRequested asked all the time; a profile that stops returns what it has
     * @throws BadInput if the budget cannot be kept by any formats
     */
    public static ProfileResult of(ProfileRequest request, Evaluator evaluator, RunProgress progress, BooleanSupplier stopRequested) {
        try (Measurements measurements = new Measurements(evaluator, request.seeds(), request.threads(), progress, stopRequested)) {
            return new Profile(request, measurements, stopRequested).profile(progress);
        }
    }

    private ProfileResult profile(RunProgress progress) {
        List<String> signals = request.chosen(design.chip().signals().keySet());
        Observation observation = ReferenceTraining.observe(spec, request.samples(), progress, stopRequested);
        Proposer proposer = new Proposer(spec, observation, request.rule(), request.period());
        Proposal present = proposer.present();
        Chosen chosen = choose(proposer);
        List<Optional<SeedMean>> runs = measurements.withNoise("chips", List.of(spec, chosen.proposal().spec()));
        OptionalDouble predicted = runs.getFirst().map(run -> OptionalDouble.of(
                        EnergyForecast.picojoules(spec, chosen.proposal().design(), run.first())))
                .orElseGet(OptionalDouble::empty);
        List<Sensitivity> sensitivities = request.sensitivity()
                .map(around -> Sensitivity.measure(spec, constraints, base(around, present, chosen.proposal()), signals, words(observation), measurements))
                .orElseGet(List::of);
        boolean complete = observation.complete() && chosen.complete() && runs.stream().allMatch(Optional::isPresent) && !stopRequested.getAsBoolean();
        return new ProfileResult(request, observation, present, chosen.proposal(), runs.getFirst(), runs.getLast(), predicted, chosen.search(),
                sensitivities, complete);
    }

    private record Chosen(Proposal proposal, List<LossSearch.Step> search, boolean complete) {}

    private Chosen choose(Proposer proposer) {
        return switch (request.budget()) {
            case Budget.Noise(double decibels) -> new Chosen(proposer.forNoise(decibels), List.of(), true);
            case Budget.Memory(long bits) -> new Chosen(proposer.forMemory(bits), List.of(), true);
            case Budget.Loss loss -> search(proposer, loss);
        };
    }

    private Chosen search(Proposer proposer, Budget.Loss budget) {
        List<ChipFormats> line = proposer.designs(DESIGNS);
        Optional<SeedMean> present = measurements.withNoise("the file's chip", List.of(spec)).getFirst();
        if (present.isEmpty()) {
            return new Chosen(proposer.of(line.getFirst()), List.of(), false);
        }
        double base = budget.against() == Budget.Against.CHIP ? present.get().loss() : present.get().referenceLoss();
        double limit = base * (1 + budget.fraction());
        LossSearch.Found found = new LossSearch(spec, constraints, line, measurements, limit).search();
        if (found.best().isEmpty() && found.complete()) {
            double reached = found.steps().getFirst().result().loss();
            throw new BadInput(String.format(Locale.ROOT,
                    "--loss-budget %s: found a loss of %.4g with the widest formats, above the limit of %.4g; allowed: at least %.4g against %s",
                    budget.fraction(), reached, limit, reached / base - 1, budget.against().label()));
        }
        ChipFormats best = found.best().map(LossSearch.Step::formats).orElseGet(line::getFirst);
        return new Chosen(proposer.of(best), found.steps(), found.complete());
    }

    private static ChipFormats base(ProfileRequest.Around around, Proposal present, Proposal proposal) {
        return (around == ProfileRequest.Around.FILE ? present : proposal).buildable().formats();
    }

    private static Map<String, Long> words(Observation observation) {
        return observation.signals().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().words()));
    }
}
