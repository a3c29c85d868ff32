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
 * The chip of an experiment with its clock and its prices.
 *
 * @param design the chip
 * @param clocked its clock and its prices
 */
public record PricedChip(ChipDesign design, ClockedChip clocked) {

    /**
     * Clocks the richest kind of step once and prices it, so that a chip that the technology cannot price is refused before
     * a run and not after it.
     *
     * @throws BadInput if an action or a block has no price
     */
    public static PricedChip of(ExperimentSpec spec, ChipDesign design, Technology technology) {
        OptionalLong deadline = spec.chip().deadlineCycles().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        try {
            return new PricedChip(
                    design, ClockedChip.of(design.chip(), technology, spec.chip().clockMhz(), spec.chip().rememberSteps(), deadline));
        } catch (NoPriceException e) {
            throw spec.locationOf("technology").complain(e.getMessage());
        }
    }

    /** The clocked engine. */
    public TimingEngine engine() {
        return clocked.engine();
    }

    /** What the chip is built of. */
    public Inventory inventory() {
        return clocked.inventory();
    }

    /** What that measures. */
    public AreaLedger area() {
        return clocked.area();
    }

    /** What a step of each kind takes. */
    Map<StepKind, StepOutcome> steps(RunActivity... activities) {
        Map<StepKind, StepOutcome> steps = new LinkedHashMap<>();
        for (RunActivity activity : activities) {
            activity.kinds().forEach(kind -> steps.computeIfAbsent(kind, engine()::step));
        }
        return steps;
    }

    /** The bill of some time steps. */
    EnergyLedger energy(RunActivity activity) {
        return clocked.energy(activity);
    }

    /** The bill of some actions, with leakage for so many cycles. */
    public EnergyLedger energy(ActionCounts counts, long cycles) {
        return clocked.energy(counts, cycles);
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
                activity.cycles(kind -> StepClock.errorBeats(sendingAll.engine(), sendingAll.engine().step(kind))),
                activity.cycles(kind -> sendingAll.engine().step(kind).cycles()),
                sendingAll.energy(activity));
    }

    /** The same chip without a threshold and what that needs. */
    private PricedChip sendingAll() {
        Chip all = design.chip().with(design.chip().bus().with(OptionalDouble.empty()));
        return new PricedChip(
                new ChipDesign(design.layout(), design.design(), all),
                ClockedChip.of(all, clocked.technology(), clocked.clockMegahertz(), true, OptionalLong.empty()));
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
                clocked.technology(),
                learned.complete(),
                learned.curve(),
                learned.chipTest(),
                learned.referenceTest(),
                learned.updates(),
                clock.activity(),
                clock.cycles(),
                steps(clock.activity(), inference),
                inventory(),
                energy(clock.counts(), clock.cycles()),
                energy(inference),
                area(),
                errors(clock),
                learned.records(),
                learned.numerics(),
                precision);
    }
}
