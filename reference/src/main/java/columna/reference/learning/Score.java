package columna.reference.learning;

/**
 * How well sequences were predicted.
 *
 * @param loss the loss of one sequence, or the mean over several; nats for cross-entropy
 * @param correct outputs (bits) that were right, where the mask is not zero
 * @param scored outputs that were asked for
 */
public record Score(double loss, long correct, long scored) {

    /** The fraction of the asked outputs that were right, 0 to 1. */
    public double accuracy() {
        return scored == 0 ? 0 : (double) correct / scored;
    }
}
