package columna.experiments.priced;

import columna.experiments.chip.ChipDesign;
import columna.experiments.cost.AreaLedger;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.numerics.PrecisionStudy;
import columna.experiments.result.ErrorTraffic;
import columna.experiments.result.Learned;
import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.hardware.technology.NoPriceException;
import columna.hardware.technology.Technology;
import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.Inventory;
import columna.sim.accounting.RunActivity;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.MicroOperation;
import columna.sim.program.StepKind;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A chip with its clock and its prices.
 *
 * @param design the chip
 * @param technology the prices
 * @param clockMegahertz for the time that leakage lasts
 * @param engine the clocked engine
 * @param inventory what the chip is built of
 * @param area what that measures
 */
public record PricedChip(
        ChipDesign design,
        Technology technology,
        double clockMegahertz,
        TimingEngine engine,
        Inventory inventory,
        AreaLedger area) {

    /**
     * Clocks the richest kind of step once and prices it, so that a chip that the technology cannot price is refused before
     * a run and not after it.
     *
     * @throws BadInput if an action or a block has no price
     */
    public static PricedChip of(ExperimentSpec spec, ChipDesign design, Technology technology) {
        Blocks blocks = Blocks.of(design.chip());
        OptionalLong deadline = spec.chip().deadlineCycles().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        TimingEngine engine = new TimingEngine(blocks, spec.chip().rememberSteps(), deadline);
        Inventory inventory = Inventory.of(blocks);
        try {
            AreaLedger area = AreaLedger.of(inventory, technology);
            PricedChip chip = new PricedChip(design, technology, spec.chip().clockMhz(), engine, inventory, area);
            RunActivity everything = new RunActivity();
            everything.add(new StepKind(true, true, true, true), 1);
            chip.energy(everything);
            return chip;
        } catch (NoPriceException e) {
            throw spec.locationOf("technology").complain(e.getMessage());
        }
    }

    /** What a step of each kind takes. */
    Map<StepKind, StepOutcome> steps(RunActivity... activities) {
        Map<StepKind, StepOutcome> steps = new LinkedHashMap<>();
        for (RunActivity activity : activities) {
            activity.kinds().forEach(kind -> steps.computeIfAbsent(kind, engine::step));
        }
        return steps;
    }

    /** The bill of some time steps. */
    EnergyLedger energy(RunActivity activity) {
        return energy(
                activity.counts(kind -> engine.step(kind).counts()), activity.cycles(kind -> engine.step(kind).cycles()));
    }

    /** The bill of some actions, with leakage for so many cycles. */
    public EnergyLedger energy(ActionCounts counts, long cycles) {
        return EnergyLedger.of(design.chip(), counts, inventory, technology, cycles / clockMegahertz);
    }

    private ErrorTraffic errors(StepClock clock) {
        OptionalDouble threshold = design.chip().bus().errorThreshold();
        PricedChip sendingAll = threshold.isPresent() ? sendingAll() : this;
        RunActivity activity = clock.activity();
        return new ErrorTraffic(
                threshold,
                activity.cycles(this::errorElements),
                clock.skippedElements(),
                clock.errorBeats(),
                activity.cycles(kind -> StepClock.errorBeats(sendingAll.engine, sendingAll.engine.step(kind))),
                activity.cycles(kind -> sendingAll.engine.step(kind).cycles()),
                sendingAll.energy(activity));
    }

    /** The same chip without a threshold and what that needs. */
    private PricedChip sendingAll() {
        Chip all = design.chip().with(design.chip().bus().with(OptionalDouble.empty()));
        Blocks blocks = Blocks.of(all);
        Inventory own = Inventory.of(blocks);
        return new PricedChip(
                new ChipDesign(design.layout(), design.design(), all),
                technology,
                clockMegahertz,
                new TimingEngine(blocks, true, OptionalLong.empty()),
                own,
                AreaLedger.of(own, technology));
    }

    private long errorElements(StepKind kind) {
        return design.chip().cores().stream()
                .flatMap(core -> kind.operations(core.program()).stream())
                .map(StepKind.Issued::operation)
                .filter(MicroOperation.Send.class::isInstance)
                .map(send -> design.chip().channels().get(((MicroOperation.Send) send).channel()))
                .filter(Channel::carriesErrors)
                .mapToLong(Channel::elements)
                .sum();
    }

    /**
     * Everything that a run found.
     *
     * @param learned what learning came to
     * @param clock that was told of its time steps
     * @param precision signal-to-noise at other widths; empty where it was not asked for
     */
    public RunResult result(ExperimentSpec spec, Learned learned, StepClock clock, List<PrecisionStudy.Point> precision) {
        RunActivity inference = RunResult.inferenceOfOneSequence(spec);
        return new RunResult(
                spec,
                design,
                technology,
                learned.complete(),
                learned.curve(),
                learned.chipTest(),
                learned.referenceTest(),
                learned.updates(),
                clock.activity(),
                clock.cycles(),
                steps(clock.activity(), inference),
                inventory,
                energy(clock.counts(), clock.cycles()),
                energy(inference),
                area,
                errors(clock),
                learned.records(),
                learned.numerics(),
                precision);
    }
}
