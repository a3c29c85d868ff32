package columna.sim.cores;

/**
 * The network that a chip holds (SEEDS A.1).
 *
 * @param inputs words per time step from outside
 * @param width model width H
 * @param units linear recurrent units N per layer
 * @param layers number of layers L
 * @param outputs outputs per time step
 * @param classes classes per output
 * @param averaged whether the decoder reads the mean of the residual stream over all time steps so far (SEEDS A.3.3)
 */
public record NetworkShape(int inputs, int width, int units, int layers, int outputs, int classes, boolean averaged) {

    /** A network whose decoder reads the residual stream of the time step. */
    public NetworkShape(int inputs, int width, int units, int layers, int outputs, int classes) {
        this(inputs, width, units, layers, outputs, classes, false);
    }
}
