/**
 * Published results as things that can be measured again: a {@link columna.experiments.reproduce.Reproduction} is a list of independent
 * points, each of which yields named numbers, and what is to be said of those numbers beside the paper's. One package below for each
 * paper; how points are run, kept and reported is the business of {@code columna.experiments.reproduction}. Nothing here draws, prints or
 * reads a clock.
 */
package columna.experiments.reproduce;
