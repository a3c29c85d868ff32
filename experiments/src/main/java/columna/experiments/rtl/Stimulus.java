package columna.experiments.rtl;

import columna.sim.function.FunctionalChip;
import columna.sim.program.StepKind;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a chip is put through: where it starts and what its host does.
 *
 * @param prepared makes the chip as it is before the first time step, the same each time
 * @param steps time steps in order
 */
public record Stimulus(Supplier<FunctionalChip> prepared, List<TimeStep> steps) {

    /**
     * A time step.
     *
     * @param kind its kind
     * @param words raw words that the host sends before it, by channel
     */
    public record TimeStep(StepKind kind, Map<String, int[]> words) {}

    public Stimulus {
        steps = List.copyOf(steps);
    }
}
