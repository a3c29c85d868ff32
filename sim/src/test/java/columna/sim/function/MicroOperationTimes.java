package columna.sim.function;

import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs time steps of a chip and remembers how long every micro-operation took. */
public final class MicroOperationTimes {

    /**
     * One micro-operation's time, over all cores that run it.
     *
     * @param share of the sum of all lines' calls times medians
     */
    public record Line(String text, long calls, double medianNanoseconds, double share) {

        double total() {
            return calls * medianNanoseconds;
        }
    }

    private final FunctionalChip chip;
    private final Map<String, List<Long>> nanoseconds = new LinkedHashMap<>();

    public MicroOperationTimes(FunctionalChip chip) {
        this.chip = chip;
    }

    /** Runs one time step. */
    public void step(StepKind kind) {
        for (FunctionalChip.BoundStep step : chip.steps(kind)) {
            long start = System.nanoTime();
            step.step().run();
            long end = System.nanoTime();
            String name = step.operation().text() + " " + step.step().getClass().getSimpleName();
            nanoseconds.computeIfAbsent(name, n -> new ArrayList<>()).add(end - start);
        }
    }

    /** The lines that take most of the time, the slowest first. The median hides pauses by other processes. */
    public List<Line> slowest(int count) {
        List<Line> lines = new ArrayList<>();
        nanoseconds.forEach((text, times) -> {
            long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            lines.add(new Line(text, sorted.length, sorted[sorted.length / 2], 0));
        });
        double total = lines.stream().mapToDouble(Line::total).sum();
        return lines.stream()
                .map(l -> new Line(l.text(), l.calls(), l.medianNanoseconds(), l.total() / total))
                .sorted(Comparator.comparingDouble(Line::total).reversed())
                .limit(count)
                .toList();
    }
}
