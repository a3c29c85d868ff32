package columna.reference.task;

/**
 * One example: T time steps of inputs, what the outputs should be, and where that counts. The rows may be shared between time steps and
 * between sequences: they are to be read, not written.
 *
 * @param inputs [T][inputs]
 * @param targets [T][outputs]; class indices for a cross-entropy loss, values for a squared error
 * @param mask [T]; the weight of each time step in the loss, 0 where nothing is asked
 */
public record Sequence(double[][] inputs, double[][] targets, double[] mask) {

    public Sequence {
        if (inputs.length == 0 || inputs.length != targets.length || inputs.length != mask.length) {
            throw new IllegalArgumentException("sequence: " + inputs.length + " inputs, " + targets.length + " targets and " + mask.length
                    + " mask entries; all three must have the same length, at least 1");
        }
    }

    /** T, the number of time steps. */
    public int steps() {
        return inputs.length;
    }

    /** The sum of the mask, by which a mask-mean loss divides. */
    public double weight() {
        double sum = 0;
        for (double m : mask) {
            sum += m;
        }
        return sum;
    }
}
