package columna.hardware.block;

import java.util.Set;

/**
 * Narrows one value into its destination's format: rounds, and saturates where asked.
 *
 * <p>A stochastic unit holds the adder of the random word; the generator of that word is a
 * {@link LinearFeedbackRegister} of its own. An output wider than the input is allowed (nothing is dropped then).
 *
 * @param inputBits width of the value before rounding
 * @param outputBits width of the result
 * @param stochastic adds a random word before dropping bits; otherwise rounds to nearest or truncates
 * @param saturating clamps to the output's range; otherwise wraps
 */
public record RoundingUnit(int inputBits, int outputBits, boolean stochastic, boolean saturating) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.ROUND);

    public RoundingUnit {
        Check.bits("RoundingUnit", "inputBits", inputBits);
        Check.bits("RoundingUnit", "outputBits", outputBits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "rounding unit " + inputBits + " to " + outputBits + " bit, "
                + (stochastic ? "stochastic" : "nearest") + ", " + (saturating ? "saturating" : "wrapping");
    }
}
