/**
 * Reproductions as runs: all of them by name, points on threads, finished points and checkpoints on disk, the report and its CSV. Below it
 * are the reproductions and the report module.
 */
package columna.experiments.reproduction;
