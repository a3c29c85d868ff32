package columna.sim.function;

import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs time steps of a chip and remembers how long every micro-operation took. */
public final class MicroOperationTimes {

    /**
     * One micro-operation's time, over all cores that run it.
     *
     * @param share of the sum of all lines' calls times medians
     */
    public record Line(Phase phase, String text, long calls, double medianNanoseconds, double share) {

        double total() {
            return calls * medianNanoseconds;
        }
    }

    private final FunctionalChip chip;
    private final Map<Key, List<Long>> nanoseconds = new LinkedHashMap<>();

    private record Key(Phase phase, String text) {}

    public MicroOperationTimes(FunctionalChip chip) {
        this.chip = chip;
    }

    /** Runs one time step. */
    public void step(StepKind kind) {
        for (FunctionalChip.BoundStep step : chip.steps(kind)) {
            long start = System.nanoTime();
            step.step().run();
            long end = System.nanoTime();
            // Layers differ in nothing but the numbers of their channels.
            String text = step.operation().text().replaceAll("\\.\\d+$", "");
            nanoseconds
                    .computeIfAbsent(new Key(step.phase(), text), key -> new ArrayList<>())
                    .add(end - start);
        }
    }

    /** The lines that take most of the time, the slowest first. The median hides pauses by other processes. */
    public List<Line> slowest(int count) {
        return lines().stream()
                .sorted(Comparator.comparingDouble(Line::total).reversed())
                .limit(count)
                .toList();
    }

    /** The share of each phase. */
    public Map<Phase, Double> shares() {
        return lines().stream().collect(Collectors.groupingBy(
                Line::phase, () -> new EnumMap<>(Phase.class), Collectors.summingDouble(Line::share)));
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        nanoseconds.forEach((key, times) -> {
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            lines.add(new Line(key.phase(), key.text(), sorted.length, sorted[sorted.length / 2], 0));
        });
        double total = lines.stream().mapToDouble(Line::total).sum();
        return lines.stream()
                .map(l -> new Line(l.phase(), l.text(), l.calls(), l.medianNanoseconds(), l.total() / total))
                .toList();
    }
}
