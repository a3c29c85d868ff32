package columna.experiments.study.computation;

import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.study.definition.StopRule;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A piece of a study's work: text in, text out, so that it can be sent to another machine and done again after a failure.
 *
 * @param kind what is to be done
 * @param key the digest of all that decides the result
 * @param experiment the resolved experiment as YAML
 * @param stopAfter share of the sequences after which a hopeless chip is given up; 1 if never
 * @param stopLossAbove loss above which it is hopeless
 */
public record Computation(Kind kind, String key, String experiment, double stopAfter, double stopLossAbove) implements Serializable {

    /** What a piece is. */
    public enum Kind {
        /** The chip learns and is tested. */
        LEARNING,
        /** The float reference does. */
        REFERENCE
    }

    static Computation learning(String key, ExperimentSpec spec, Optional<StopRule> stop) {
        return new Computation(Kind.LEARNING, key, spec.toYaml(), stop.map(StopRule::after).orElse(1.0), stop.map(StopRule::lossAbove).orElse(0.0));
    }

    static Computation reference(String key, ExperimentSpec spec) {
        return new Computation(Kind.REFERENCE, key, spec.toYaml(), 1, 0);
    }

    Optional<StopRule> stop() {
        return stopAfter < 1 ? Optional.of(new StopRule(stopAfter, stopLossAbove)) : Optional.empty();
    }

    /**
     * Does it, on the calling thread. The same text for the same computation on every machine.
     *
     * @param stopRequested asked about every chunk of sequences
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public String compute(BooleanSupplier stopRequested) {
        ExperimentSpec spec = ExperimentSpec.parse("experiment", experiment, Signals.names(), List.of());
        return switch (kind) {
            case LEARNING -> LearningOutcome.compute(spec, stop(), stopRequested).toJson();
            case REFERENCE -> ReferenceOutcome.compute(spec, stopRequested).toJson();
        };
    }
}
