package columna.experiments.study.computation;

import columna.experiments.chip.ChipDesign;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.NumericsSpec;
import columna.experiments.study.definition.StopRule;
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
     * @throws columna.experiments.yaml.BadInput if no such chip can be built, or its time steps of one kind differ
     */
    public static StudyPoint of(ExperimentSpec spec, Optional<StopRule> stop) {
        ExperimentSpec unobserved = spec.withNumerics(new NumericsSpec(0));
        ChipDesign design = ChipDesign.withAlikeSteps(unobserved);
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
}
