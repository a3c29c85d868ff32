package columna.experiments.prediction;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.numerics.PrecisionStudy;
import columna.experiments.numerics.TimeStepErrors;
import columna.experiments.numerics.Widening;
import columna.experiments.spec.FormatTable;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.yaml.BadInput;
import columna.fixedpoint.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What fraction bits buy a chip that predicts: chips whose every format has some bits more or fewer go on for some time steps from one state, beside
 * their programs in exact arithmetic. The state is what exact arithmetic comes to after some time steps of learning, so that all signals move.
 */
public final class PredictionPrecision {

    private final PredictionSpec spec;
    private final int steps;
    private final OnlineSystem system;
    private final ExactHost state;
    private final List<Moment> moments;

    /**
     * @param before time steps of learning, in exact arithmetic
     * @param steps time steps compared after them
     */
    public PredictionPrecision(PredictionSpec spec, int before, int steps) {
        this.spec = spec;
        this.steps = steps;
        this.system = Systems.of(spec);
        Supplier<Moment> stream = system.stream();
        this.state = advance(stream, before);
        this.moments = Stream.generate(stream).limit(steps).toList();
    }

    /** Runs in exact arithmetic, switching on the stages whose turn comes. */
    private ExactHost advance(Supplier<Moment> stream, int before) {
        OnlineSystem.Host host = system.host();
        ExactHost exact = null;
        int configuration = 0;
        for (long t = 0; t < before || exact == null; t++) {
            if (configuration < system.configurations().size() && system.configurations().get(configuration).from() == t) {
                ExactHost next = new ExactHost(system.configurations().get(configuration).chip(), system.tables()::exact);
                if (exact != null) {
                    next.takeOver(exact);
                }
                system.load(next, configuration++);
                exact = next;
            }
            host.step(exact, stream.get());
        }
        return exact;
    }

    /** Signal-to-noise of every signal at each width; widths that no chip can hold or compute exactly are left out. */
    public List<PrecisionStudy.Point> run(List<Integer> addedBits) {
        return addedBits.stream().flatMap(added -> point(added).stream()).toList();
    }

    private Optional<PrecisionStudy.Point> point(int added) {
        try {
            OnlineSystem widened = Systems.of(widened(added));
            return Optional.of(new PrecisionStudy.Point(added, noise(widened)));
        } catch (BadInput | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private Map<String, NoiseSum> noise(OnlineSystem widened) {
        int configuration = 0;
        while (!sameCores(widened.configurations().get(configuration))) {
            configuration++;
        }
        FixedPointChip chip = new FixedPointChip(widened.configurations().get(configuration).chip());
        ExactHost exact = new ExactHost(state.chip(), system.tables()::exact);
        exact.takeOver(state);
        takeOverWords(chip);
        OnlineSystem.Host chipHost = widened.host();
        OnlineSystem.Host exactHost = system.host();
        Map<String, NoiseSum> sums = new LinkedHashMap<>();
        for (int step = 0; step < steps; step++) {
            Moment moment = moments.get(step);
            chipHost.step(chip, moment);
            exactHost.step(exact, moment);
            ObservedWindow.compare(exact, chip, new TimeStepErrors.Place(0, step), sums);
        }
        return sums;
    }

    private boolean sameCores(OnlineSystem.Configuration configuration) {
        return configuration.chip().cores().stream().map(core -> core.name()).toList()
                .equals(state.chip().cores().stream().map(core -> core.name()).toList());
    }

    /** Cores have the same memories in other formats. */
    private void takeOverWords(FixedPointChip chip) {
        for (int core = 0; core < chip.chip().cores().size(); core++) {
            int own = core;
            chip.chip().cores().get(core).program().memories().forEach(memory -> chip.takeOver(own, memory, state, own));
        }
    }

    private PredictionSpec widened(int added) {
        SequencedMap<String, Format> formats = new LinkedHashMap<>();
        spec.formats().formats().forEach((signal, format) -> formats.put(signal, Widening.of(format, added)));
        return spec.with(
                new FormatTable(Widening.of(spec.formats().defaultFormat(), added), formats), Widening.of(spec.tables(), added));
    }
}
