package columna.sim.timing;

import columna.sim.accounting.Blocks;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.SentErrors;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The clocked engine of a chip. A dense step does not depend on data, and between steps all cores are idle and the bus is
 * empty, so the kind of step is the whole control state and the outcome of a kind can be remembered; on a chip that skips small errors,
 * the errors sent are the rest of the control state. Not thread-safe.
 */
public final class TimingEngine {

    private final Blocks blocks;
    private final boolean remember;
    private final OptionalLong deadlineCycles;
    private final List<List<Task>> tasks = new ArrayList<>();
    private final Map<StepKind, StepOutcome> remembered = new HashMap<>();

    /** An engine without a deadline for a chip whose neighbours lie at the default distance. */
    public TimingEngine(Chip chip, boolean remember) {
        this(Blocks.of(chip), remember, OptionalLong.empty());
    }

    /**
     * @param blocks the blocks of the chip
     * @param remember whether to simulate each kind of step only once
     * @param deadlineCycles cycles that a step may take; a late step has an outcome all the same
     * @throws IllegalArgumentException if a micro-operation reads an element of the memory that it writes other than the
     *     one that it writes
     */
    public TimingEngine(Blocks blocks, boolean remember, OptionalLong deadlineCycles) {
        this.blocks = blocks;
        this.remember = remember;
        this.deadlineCycles = deadlineCycles;
        Map<Task.PlanKey, SlotPlan> plans = new HashMap<>();
        for (Core core : blocks.chip().cores()) {
            List<Task> own = new ArrayList<>();
            core.program().phases().values().forEach(list ->
                    list.forEach(operation -> own.add(Task.of(operation, blocks.chip(), core, plans))));
            tasks.add(own);
        }
    }

    /** The chip. */
    public Chip chip() {
        return blocks.chip();
    }

    /**
     * The outcome of a step; errors that could be skipped are sent.
     *
     * @throws IllegalArgumentException if what one core sends is not received, or cores wait for each other for ever
     */
    public StepOutcome step(StepKind kind) {
        return remember
                ? remembered.computeIfAbsent(kind, k -> step(k, CycleObserver.NONE))
                : step(kind, CycleObserver.NONE);
    }

    /**
     * The outcome of a step whose timing depends on data: on a chip that skips small errors. A step that has none to skip is like all of its
     * kind, every other is simulated.
     *
     * @param errors what the step sent
     */
    public StepOutcome step(StepKind kind, SentErrors errors) {
        return errors.elements().isEmpty() ? step(kind) : run(kind, errors, inOrder(), CycleObserver.NONE);
    }

    /** Simulates a step and shows every cycle of it; errors that could be skipped are sent. */
    public StepOutcome step(StepKind kind, CycleObserver observer) {
        return run(kind, inOrder(), observer);
    }

    private int[] inOrder() {
        return IntStream.range(0, blocks.chip().cores().size()).toArray();
    }

    /** As {@link #step(StepKind, CycleObserver)} with the cores visited in another order. */
    StepOutcome run(StepKind kind, int[] order, CycleObserver observer) {
        return run(kind, SentErrors.NONE, order, observer);
    }

    private StepOutcome run(StepKind kind, SentErrors errors, int[] order, CycleObserver observer) {
        ChipClock clock = new ChipClock(blocks, kind, errors, tasks, order, observer);
        while (!clock.finished()) {
            clock.tick();
        }
        return clock.outcome(deadlineCycles);
    }

    /** A step to be ticked by hand. */
    ChipClock begin(StepKind kind) {
        return new ChipClock(blocks, kind, SentErrors.NONE, tasks, inOrder(), CycleObserver.NONE);
    }
}
