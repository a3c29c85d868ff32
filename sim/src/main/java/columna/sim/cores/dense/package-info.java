/**
 * Core types of dense recurrent networks, whose units feed each other, with the rules that carry sensitivities forward: SnAp-1 along each unit's own
 * path, real-time recurrent learning along all paths or those among some units. Each is data made of the package {@code program}; it may import no
 * interpreter.
 */
package columna.sim.cores.dense;
