package columna.experiments.profile.proposal;

import columna.experiments.profile.formats.ChipConstraints;
import columna.experiments.profile.formats.ChipFormats;
import columna.fixedpoint.Format;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SequencedMap;

/**
 * A line of designs from wide to narrow, each a bit of one signal narrower than the one before: always the bit that buys the least, by the
 * relative noise that its loss adds per memory bit that it frees. No step is ever taken back, so less memory never means a wider signal.
 */
final class Narrowing {

    /** A signal does not become louder noise than signal. */
    private static final double MOST_RELATIVE_NOISE = 1;

    private final ChipFormats widest;
    private final List<String> steps = new ArrayList<>();
    private final List<Long> bits = new ArrayList<>();

    private record Candidate(String signal, Format narrower, double costPerBit, int order) {}

    private final SequencedMap<String, SignalPlan> plans;
    private final ChipConstraints constraints;

    Narrowing(SequencedMap<String, SignalPlan> plans, ChipConstraints constraints, ChipFormats widest) {
        this.plans = plans;
        this.constraints = constraints;
        this.widest = widest;
        long memory = 0;
        PriorityQueue<Candidate> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Candidate::costPerBit).thenComparingInt(Candidate::order));
        int order = 0;
        for (Map.Entry<String, SignalPlan> entry : plans.entrySet()) {
            memory += entry.getValue().observation().words() * widest.of(entry.getKey()).width();
            if (constraints.equalTo(entry.getKey()).getFirst().equals(entry.getKey())) {
                offer(queue, entry.getKey(), widest.of(entry.getKey()), order++);
            }
        }
        bits.add(memory);
        while (!queue.isEmpty()) {
            Candidate best = queue.poll();
            memory -= words(best.signal());
            steps.add(best.signal());
            bits.add(memory);
            offer(queue, best.signal(), best.narrower(), best.order());
        }
    }

    private long words(String signal) {
        return constraints.equalTo(signal).stream().mapToLong(name -> plans.get(name).observation().words()).sum();
    }

    private void offer(PriorityQueue<Candidate> queue, String signal, Format format, int order) {
        SignalPlan plan = plans.get(signal);
        if (plan.model().isEmpty() || format.width() <= ChipFormats.narrowest(format)) {
            return;
        }
        Format narrower = ChipFormats.resized(format, format.integerBits(), format.fractionBits() - 1);
        double noise = plan.relativeNoise(narrower);
        if (noise <= MOST_RELATIVE_NOISE) {
            queue.add(new Candidate(signal, narrower, (noise - plan.relativeNoise(format)) / words(signal), order));
        }
    }

    /** Designs on the line; the first is the widest. */
    int designs() {
        return bits.size();
    }

    /** Memory of a design in bits. */
    long bits(int design) {
        return bits.get(design);
    }

    /** The formats of a design. */
    ChipFormats at(int design) {
        Map<String, Integer> removed = new LinkedHashMap<>();
        steps.subList(0, design).forEach(step -> constraints.equalTo(step).forEach(signal -> removed.merge(signal, 1, Integer::sum)));
        SequencedMap<String, Format> formats = new LinkedHashMap<>(widest.formats());
        removed.forEach((signal, count) -> formats.compute(signal, (name, format) ->
                ChipFormats.resized(format, format.integerBits(), format.fractionBits() - count)));
        return new ChipFormats(formats);
    }

    /** The widest design with at most so many bits of memory; the narrowest if none has as few. */
    int within(long memoryBits) {
        // Memory falls along the line: the negatives rise.
        int found = Collections.binarySearch(bits, memoryBits, Comparator.reverseOrder());
        return Math.min(found >= 0 ? found : -found - 1, designs() - 1);
    }
}
