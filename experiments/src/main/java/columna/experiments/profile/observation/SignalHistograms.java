package columna.experiments.profile.observation;

import columna.experiments.chip.ChipDesign;
import columna.experiments.numerics.Correspondence;
import columna.sim.cores.LearningRule;
import columna.sim.program.Memory;
import columna.sim.program.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** A histogram for every signal and every third of training, being filled. */
final class SignalHistograms {

    private final ChipDesign design;
    private final Map<String, List<Histogram>> thirds = new LinkedHashMap<>();
    private final Map<String, Histogram> steps = new LinkedHashMap<>();
    private final Set<String> clipped = new LinkedHashSet<>();
    private int third;

    SignalHistograms(ChipDesign design) {
        this.design = design;
        design.chip().signals().keySet().forEach(name -> {
            thirds.put(name, List.of(new Histogram(), new Histogram(), new Histogram()));
            steps.put(name, new Histogram());
        });
    }

    /** What comes from now on belongs to this third of training, from 0. */
    void enterThird(int number) {
        third = number;
    }

    boolean has(String signal) {
        return thirds.containsKey(signal);
    }

    Histogram of(String signal) {
        return thirds.get(signal).get(third);
    }

    Histogram of(String signal, int number) {
        return thirds.get(signal).get(number);
    }

    /** Of what Adam's update writes into a gradient's memory, or of what an update changes a parameter by. */
    Histogram steps(String signal) {
        return steps.get(signal);
    }

    void markClipped(String signal) {
        clipped.add(signal);
    }

    Source source(String signal) {
        if (signal.equals("rate") || signal.startsWith("rate.")) {
            return Source.SCHEDULE;
        }
        Memory memory = design.chip().signals().get(signal);
        // The reference keeps traces with the online rule only.
        boolean traced = memory.purpose() != Purpose.TRACE || design.design().rule() == LearningRule.ONLINE;
        boolean known = Correspondence.byMemory().containsKey(signal) && traced || memory.purpose() == Purpose.GRADIENT
                || ParameterSignal.of(signal).isPresent();
        return known ? Source.REFERENCE : Source.WIDE_CHIP;
    }

    SequencedMap<String, SignalObservation> finished() {
        SequencedMap<String, SignalObservation> signals = new LinkedHashMap<>();
        design.chip().signals().forEach((name, memory) -> signals.put(name, new SignalObservation(
                memory, words(name), source(name), new ArrayList<>(thirds.get(name)), steps.get(name), clipped.contains(name))));
        return signals;
    }

    private long words(String name) {
        return design.chip().cores().stream()
                .flatMap(core -> core.program().memories().stream())
                .filter(memory -> memory.name().equals(name))
                .mapToLong(memory -> memory.elements() * memory.parts())
                .sum();
    }
}
