/**
 * A chip with its clock and its prices: what a kind of time step takes, and what the steps of a run cost. Below it are the chip and the
 * ledgers; it sees no word and no reference.
 */
package columna.experiments.priced;
