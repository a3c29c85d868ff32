package columna.reference.optimisation;

/**
 * An optimiser, before it has any state.
 *
 * @param rule the update rule
 * @param schedule the base learning rate
 * @param recurrentRateFactor what the base rate is multiplied by for the recurrent group
 * @param group the recurrent group
 */
public record OptimiserSpec(UpdateRule rule, Schedule schedule, double recurrentRateFactor, RecurrentGroup group) {

    /** The standard recurrent group. */
    public OptimiserSpec(UpdateRule rule, Schedule schedule, double recurrentRateFactor) {
        this(rule, schedule, recurrentRateFactor, RecurrentGroup.STANDARD);
    }
}
