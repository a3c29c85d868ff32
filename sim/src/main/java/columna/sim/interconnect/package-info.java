/**
 * The topologies of the bus: which segments there are, how long they are, and which of them lead from one core to another. Below it is
 * the chip; it knows neither cycles nor prices.
 */
package columna.sim.interconnect;
