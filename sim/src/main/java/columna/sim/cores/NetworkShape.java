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
 */
public record NetworkShape(int inputs, int width, int units, int layers, int outputs, int classes) {}
