/**
 * What is held against a tolerance when a chip is verified, and what became of it: signals, gradients of layers, scores. Below it are the
 * result of a run and the specification; it imports neither runs nor reports.
 */
package columna.experiments.verify.finding;
