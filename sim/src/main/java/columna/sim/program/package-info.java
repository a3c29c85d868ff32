/**
 * What a core is: declared memories and, per phase of the time step, a straight list of micro-operations. Everything else
 * (bits, cycles, counts, inventory, listing) is an interpretation of these lists by a sibling package. Below it are only
 * the number formats; it may import no sibling.
 */
package columna.sim.program;
