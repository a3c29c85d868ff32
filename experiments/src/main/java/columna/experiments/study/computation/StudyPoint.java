package columna.experiments.study.computation;

import columna.experiments.chip.ChipDesign;
import columna.experiments.numerics.ObservedNumbers;
import columna.experiments.priced.PricedChip;
import columna.experiments.priced.StepClock;
import columna.experiments.priced.Technologies;
import columna.experiments.result.Learned;
import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.NumericsSpec;
import columna.experiments.study.definition.StopRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One experiment of a study, resolved.
 *
 * @param id the digest of the resolved experiment, its name aside
 * @param spec the experiment
 * @param design its chip
 * @param learning the chip's learning
 * @param reference the reference's
 */
public record StudyPoint(String id, ExperimentSpec spec, ChipDesign design, Computation learning, Computation reference) {

    /**
     * Resolves.
     *
     * @throws columna.experiments.yaml.BadInput if no such chip can be built
     */
    public static StudyPoint of(ExperimentSpec spec, Optional<StopRule> stop) {
        ExperimentSpec unobserved = spec.withNumerics(new NumericsSpec(0));
        ChipDesign design = ChipDesign.of(unobserved);
        return new StudyPoint(
                Keys.point(unobserved, design, stop),
                unobserved,
                design,
                Computation.learning(Keys.learning(unobserved, design, stop), unobserved, stop),
                Computation.reference(Keys.reference(unobserved), unobserved));
    }

    /** The fingerprint of the code that prices a point. */
    public static String pricingProgram() {
        return Keys.pricingProgram();
    }

    /**
     * Clocks and prices what was learned.
     *
     * @param outcomes by the keys of {@link #learning} and {@link #reference}
     * @throws columna.experiments.yaml.BadInput if the chip has no price
     */
    public RunResult price(Map<String, String> outcomes) {
        LearningOutcome chip = LearningOutcome.fromJson(outcomes.get(learning.key()));
        ReferenceOutcome beside = ReferenceOutcome.fromJson(outcomes.get(reference.key()));
        Learned learned = new Learned(
                chip.complete(), Outcomes.curve(chip, beside), chip.test().score(), beside.test().score(), chip.updates(), Map.of(), ObservedNumbers.NONE);
        PricedChip priced = PricedChip.of(spec, design, Technologies.of(spec));
        StepClock clock = new StepClock(priced.engine(), true);
        clock.add(chip.activity());
        return priced.result(spec, learned, clock, List.of());
    }
}
