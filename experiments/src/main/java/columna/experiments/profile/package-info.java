/**
 * The command {@code profile}: which values every signal of a chip takes over training, which number formats follow for a budget, and what
 * they cost when the chip is run. Below it, in this order: formats, observation, proposal, measurement, and the report of all.
 */
package columna.experiments.profile;
