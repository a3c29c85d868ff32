/**
 * A chip: which core runs which program on what hardware, and the bus between them. Below it are the programs; it may
 * import neither an interpreter nor a price.
 */
package columna.sim.chip;
