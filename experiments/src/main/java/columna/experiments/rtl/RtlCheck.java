package columna.experiments.rtl;

import columna.sim.chip.Chip;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a chip's RTL and holds every written word and its cycle against the simulator's. */
public final class RtlCheck {

    private RtlCheck() {}

    /**
     * What came of it.
     *
     * @param cycles cycles of all compared steps
     * @param writes bank words compared
     * @param words words of elements compared
     * @param difference the first one
     */
    public record Result(long cycles, long writes, long words, Optional<Difference> difference) {}

    /**
     * Checks a chip whose folder was written with the same stimulus and has been compiled.
     *
     * @throws IllegalStateException if the simulator stops before the last step without a difference
     */
    public static Result run(Chip chip, Stimulus stimulus, Path folder, RtlSimulator simulator) {
        LogComparison comparison = new LogComparison(chip, stimulus);
        Difference[] first = new Difference[1];
        StringBuilder other = new StringBuilder();
        simulator.run(folder, List.of(), line -> {
            if (!line.startsWith("w ") && !line.startsWith("s ") && other.length() < 1000) {
                other.append(line).append('\n');
            }
            comparison.accept(line).ifPresent(difference -> first[0] = difference);
            return first[0] == null;
        });
        if (first[0] == null && !comparison.ended()) {
            throw new IllegalStateException("the RTL simulator stopped before the last time step: " + other);
        }
        return new Result(comparison.cycles(), comparison.writes(), comparison.words(), Optional.ofNullable(first[0]));
    }
}
