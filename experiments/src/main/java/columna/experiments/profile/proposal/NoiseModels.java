package columna.experiments.profile.proposal;

import columna.experiments.chip.LearningRates;
import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.Observation;
import columna.experiments.profile.observation.SignalObservation;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec.Optimiser;
import columna.experiments.spec.LearningSpec.Update;
import columna.fixedpoint.Format;
import columna.fixedpoint.Quantization;
import columna.sim.chip.Chip;
import columna.sim.program.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rounding adds up in signals that are written from themselves, and how it weighs on signals whose small values matter.
 *
 * <ul>
 *   <li>Accumulators of gradients: one rounding for each addition of an update.
 *   <li>Hidden state and traces, {@code x := lambda x + ...}: (1 - r^T) / (1 - r) roundings, r the mean square of |lambda|, T the time steps of a
 *       sequence.
 *   <li>Moments, {@code x := x - 2^-K x + ...}: a change of less than half a step is lost for ever if it is rounded to nearest or truncated,
 *       so the error reaches 2^K steps; with stochastic rounding it is noise, 1 / (1 - (1 - 2^-K)^2) roundings.
 *   <li>Parameters: noise is held against what one update changes. A step that is smaller than the resolution is lost if rounded to nearest, and
 *       a random walk if rounded stochastically.
 *   <li>Second moments, which go into a table of 1/sqrt(x): noise is held against the result, whose error is largest where x is small.
 *   <li>Whatever else is computed from a signal: see {@link ReferredPower}.
 * </ul>
 *
 * @param spec the experiment
 * @param chip its chip
 * @param observation what was seen
 * @param reciprocals the tables of 1/x and 1/sqrt(x): what goes in, by signal
 * @param period which part of training the noise is held against
 */
record NoiseModels(ExperimentSpec spec, Chip chip, Observation observation, Map<String, ReciprocalTable> reciprocals, Period period) {

    /**
     * The models of all signals that have magnitudes.
     *
     * @param together for each signal its values and those of signals that must have the same format, by third of training
     */
    Map<String, NoiseModel> of(Map<String, List<Histogram>> together) {
        Map<String, Double> least = new HashMap<>();
        for (Map<String, Histogram> part : period.parts(together)) {
            referred(part).forEach((signal, power) -> least.merge(signal, power, Math::min));
        }
        Map<String, NoiseModel> models = new HashMap<>();
        least.forEach((signal, power) -> models.put(signal, new NoiseModel(power, gain(observation.signals().get(signal)))));
        return models;
    }

    private Map<String, Double> referred(Map<String, Histogram> seen) {
        Map<String, Double> own = new HashMap<>();
        seen.forEach((name, histogram) -> {
            if (histogram.hasMagnitudes()) {
                own.put(name, own(observation.signals().get(name), histogram));
            }
        });
        return ReferredPower.of(chip, seen, own, reciprocals);
    }

    private double own(SignalObservation signal, Histogram seen) {
        double power = seen.meanSquare();
        if (signal.memory().purpose() == Purpose.PARAMETER && signal.steps().hasMagnitudes()) {
            power = Math.min(power, signal.steps().meanSquare());
        }
        boolean ofAdam = signal.name().contains(".moment2.");
        return ofAdam ? Math.min(power, reciprocals.get(signal.name()).power(seen)) : power;
    }

    private double gain(SignalObservation signal) {
        return switch (signal.memory().purpose()) {
            case GRADIENT -> additions();
            case HIDDEN_STATE, TRACE -> decaying();
            case OPTIMISER -> average(signal.name(), signal.memory().format());
            default -> 1;
        };
    }

    private double additions() {
        return switch (spec.learning().update()) {
            case Update.EverySequences every ->
                (double) spec.task().scoredSteps() * LearningRates.sequencesPerUpdate(spec.learning());
            case Update.EveryTimeStep everyTimeStep -> 1;
        };
    }

    private double decaying() {
        int steps = spec.task().steps();
        SignalObservation modulus = observation.signals().get("lru.modulus");
        double square = modulus == null ? 1 : Math.min(1, modulus.whole().meanSquare());
        return square > 1 - 1e-9 ? steps : (1 - Math.pow(square, steps)) / (1 - square);
    }

    private double average(String name, Format format) {
        int shift = switch (spec.learning().optimiser()) {
            case Optimiser.Sgd sgd -> 0;
            case Optimiser.Momentum momentum -> name.contains(".momentum.") ? momentum.shift() : 0;
            case Optimiser.Adam adam -> name.contains(".moment1.") ? adam.firstShift() : name.contains(".moment2.") ? adam.secondShift() : 0;
        };
        double decay = 1 - Math.scalb(1.0, -shift);
        return shift == 0 ? 1 : format.quantization() == Quantization.STOCHASTIC ? 1 / (1 - decay * decay) : Math.scalb(1.0, 2 * shift);
    }
}
