package columna.experiments.study.computation;

import columna.experiments.result.LossCurve;

/** What outcomes say to a reader. */
public final class Outcomes {

    private Outcomes() {}

    /**
     * Loss and accuracy of chip and reference while they learned, as far as the chip came.
     *
     * @param learning outcome of the chip's computation
     * @param reference of the reference's
     */
    public static LossCurve curve(String learning, String reference) {
        return curve(LearningOutcome.fromJson(learning), ReferenceOutcome.fromJson(reference));
    }

    static LossCurve curve(LearningOutcome chip, ReferenceOutcome beside) {
        LossCurve curve = new LossCurve();
        for (int i = 0; i < chip.curve().size(); i++) {
            curve.add(chip.curve().get(i).sequences(), chip.curve().get(i).score(), beside.curve().get(i).score());
        }
        return curve;
    }
}
