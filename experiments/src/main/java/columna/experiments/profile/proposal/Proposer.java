package columna.experiments.profile.proposal;

import columna.experiments.chip.ChipDesign;
import columna.experiments.profile.formats.Buildable;
import columna.experiments.profile.formats.ChipConstraints;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.Observation;
import columna.experiments.profile.observation.SignalObservation;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.fixedpoint.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Proposes formats from an observation, for a noise budget, a memory budget, or as a line of designs from wide to narrow. */
public final class Proposer {

    /** The widest design that is considered: more than any signal of a chip of 32-bit words keeps. */
    private static final double WIDEST_DECIBELS = 80;

    private final ExperimentSpec spec;
    private final SequencedMap<String, SignalPlan> plans = new LinkedHashMap<>();
    private final Map<String, Long> words;
    private final ChipConstraints constraints;
    private Narrowing line;

    /**
     * @param period which part of training the noise is held against
     */
    public Proposer(ExperimentSpec spec, Observation observation, RangeRule rule, Period period) {
        this.spec = spec;
        ChipDesign design = ChipDesign.of(spec);
        this.constraints = ChipConstraints.of(design);
        Map<String, List<Histogram>> thirds = new LinkedHashMap<>();
        observation.signals().keySet().forEach(name -> thirds.put(name, together(name, observation)));
        Map<String, NoiseModel> models = new NoiseModels(spec, design.chip(), observation, ReciprocalTable.of(design.chip()), period).of(thirds);
        observation.signals().forEach((name, signal) -> plans.put(name,
                new SignalPlan(signal, Histogram.sum(thirds.get(name)), model(name, models), rule)));
        this.words = observation.signals().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().words()));
    }

    /** The values of all signals that must share this one's format, by third. */
    private List<Histogram> together(String signal, Observation observation) {
        List<Histogram> thirds = new ArrayList<>();
        for (int third = 0; third < SignalObservation.THIRDS; third++) {
            int number = third;
            thirds.add(Histogram.sum(constraints.equalTo(signal).stream().map(name -> observation.signals().get(name).thirds().get(number)).toList()));
        }
        return thirds;
    }

    /** Signals that must have the same format are held to the strictest of their models. */
    private Optional<NoiseModel> model(String signal, Map<String, NoiseModel> models) {
        return constraints.equalTo(signal).stream().map(models::get).filter(Objects::nonNull)
                .reduce((one, other) -> new NoiseModel(Math.min(one.power(), other.power()), Math.max(one.gain(), other.gain())));
    }

    /** The experiment's own formats, to be shown like a proposal. */
    public Proposal present() {
        return proposal(Buildable.of(spec, constraints, ChipFormats.of(ChipDesign.of(spec))));
    }

    /** Every signal keeps the ratio against its own rounding, as far as memories and datapath are wide enough. */
    public Proposal forNoise(double decibels) {
        return proposal(Buildable.of(spec, constraints, at(decibels)));
    }

    /**
     * The widest design of the line within a memory.
     *
     * @throws BadInput if even the narrowest needs more
     */
    public Proposal forMemory(long bits) {
        Narrowing designs = line();
        int design = designs.within(bits);
        if (designs.bits(design) > bits) {
            throw new BadInput(String.format(Locale.ROOT,
                    "--memory-budget %d: found fewer bits than the narrowest design needs; allowed: at least %d bits", bits, designs.bits(design)));
        }
        return proposal(Buildable.of(spec, constraints, designs.at(design)));
    }

    /**
     * Designs from the widest to the narrowest at about equal steps of memory.
     *
     * @param count how many, at least 2
     */
    public List<ChipFormats> designs(int count) {
        Narrowing designs = line();
        long most = designs.bits(0);
        long least = designs.bits(designs.designs() - 1);
        List<ChipFormats> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(designs.at(designs.within(most - Math.round((double) (most - least) * i / (count - 1)))));
        }
        return chosen;
    }

    /** As a proposal. */
    public Proposal of(ChipFormats formats) {
        return proposal(Buildable.of(spec, constraints, formats));
    }

    private Narrowing line() {
        if (line == null) {
            line = new Narrowing(plans, constraints, Buildable.of(spec, constraints, at(WIDEST_DECIBELS)).formats());
        }
        return line;
    }

    private ChipFormats at(double decibels) {
        SequencedMap<String, Format> formats = new LinkedHashMap<>();
        plans.forEach((name, plan) -> formats.put(name, plan.at(decibels)));
        return new ChipFormats(formats);
    }

    private Proposal proposal(Buildable buildable) {
        SequencedMap<String, SignalProposal> signals = new LinkedHashMap<>();
        plans.forEach((name, plan) -> signals.put(name, new SignalProposal(
                plan.observation(), plan.observation().whole(), buildable.formats().of(name), buildable.narrowed().contains(name),
                plan.decibels(buildable.formats().of(name)), plan.decibels(plan.current()))));
        return new Proposal(signals, buildable, buildable.formats().memoryBits(words));
    }
}
