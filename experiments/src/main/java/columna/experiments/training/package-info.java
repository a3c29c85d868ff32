/**
 * Chip and float reference learning from the same sequences: each on its own, so that points of a study can share a reference, or side by
 * side in one run. Neither sees the other.
 */
package columna.experiments.training;
