/**
 * The bill: counts of actions and the inventory of blocks, priced by a technology after the run. Below it are the
 * simulator's accounting and the hardware models; nothing here influences a simulation.
 */
package columna.experiments.cost;
