/**
 * Where a resolved experiment becomes a chip, and where doubles become raw words: tables, initial parameters, inputs,
 * learning rates. Below it are the simulator and the float reference, which know nothing of each other.
 */
package columna.experiments.chip;
