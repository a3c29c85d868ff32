/**
 * What a design costs, measured by running it: the loss after learning, memory, energy. Runs on several threads, the same numbers for
 * any number of them; a search for the least memory within a loss; what one bit of a signal is worth. Below it are runs and formats.
 */
package columna.experiments.profile.measurement;
