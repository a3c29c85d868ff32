/**
 * Multi-objective search over the axes of a study. Every evaluation is a point of the study's store, so a search that was killed is
 * repeated from its seed and finds what it has evaluated already.
 */
package columna.experiments.study.search;
