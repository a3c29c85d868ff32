/**
 * The core types as programs: the recurrent core of linear recurrent units, the mixing core between layers, encoder,
 * decoder, and the optimisers on chip. Each is data made of the sibling package {@code program}; it may import no
 * interpreter.
 */
package columna.sim.cores;
