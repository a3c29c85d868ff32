package columna.experiments.prediction;

import columna.experiments.spec.PredictionSpec;
import columna.sim.program.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything that a chip holds after it has learned, and what it predicted, without any clock. */
record LearnedWords(List<Double> predictions, Map<String, List<Double>> words) {

    static LearnedWords of(PredictionSpec spec) {
        return of(spec, order -> order, false);
    }

    /**
     * Learns with cores visited in another order.
     *
     * @param observed whether events are recorded and exact arithmetic runs beside
     */
    static LearnedWords of(PredictionSpec spec, UnaryOperator<List<Integer>> ordering, boolean observed) {
        OnlineSystem system = Systems.of(spec);
        OnlineSystem.Host host = system.host();
        Supplier<Moment> stream = system.stream();
        List<Double> predictions = new ArrayList<>();
        FixedPointChip chip = null;
        ObservedWindow window = null;
        int configuration = 0;
        for (long t = 0; t < spec.stream().steps(); t++) {
            if (configuration < system.configurations().size() && system.configurations().get(configuration).from() == t) {
                FixedPointChip next = next(system.configurations().get(configuration), ordering);
                if (chip != null) {
                    next.takeOver(chip);
                }
                system.load(next, configuration++);
                chip = next;
                chip.observe(observed);
                window = observed ? new ObservedWindow(system, chip, t, new LinkedHashMap<>()) : null;
            }
            Moment moment = stream.get();
            predictions.add(host.step(chip, moment));
            if (window != null) {
                window.step(chip, moment);
            }
        }
        return new LearnedWords(predictions, words(chip));
    }

    private static FixedPointChip next(OnlineSystem.Configuration configuration, UnaryOperator<List<Integer>> ordering) {
        List<Integer> order = new ArrayList<>();
        for (int core = 0; core < configuration.chip().cores().size(); core++) {
            order.add(core);
        }
        return new FixedPointChip(configuration.chip(), ordering.apply(order));
    }

    private static Map<String, List<Double>> words(FixedPointChip chip) {
        Map<String, List<Double>> words = new LinkedHashMap<>();
        for (int core = 0; core < chip.chip().cores().size(); core++) {
            for (Memory memory : chip.chip().cores().get(core).program().memories()) {
                List<Double> values = new ArrayList<>();
                for (double value : chip.read(core, memory.name())) {
                    values.add(value);
                }
                words.put(chip.chip().cores().get(core).name() + " " + memory.name(), values);
            }
        }
        return words;
    }
}
