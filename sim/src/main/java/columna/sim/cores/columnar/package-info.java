/**
 * Core types of columnar networks that predict at every time step: columns of LSTM units, and the core that adds up their predictions. Each is
 * data made of the package {@code program}; it may import no interpreter.
 */
package columna.sim.cores.columnar;
