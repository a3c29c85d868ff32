/**
 * Reproductions as runs: all of them by name, how long they take, their points on threads, from the points to the report. Below it are
 * the reproductions, {@code store} (what is kept on disk) and {@code report} (what is said of it).
 */
package columna.experiments.reproduction;
