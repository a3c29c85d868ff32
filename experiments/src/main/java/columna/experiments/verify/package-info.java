/**
 * {@code columna verify}: a run, held against its float reference and against a recorded run, with its report, its JUnit file and its
 * baseline. Below it are runs, the findings, the baseline and the pages; nothing of the experiments imports it.
 */
package columna.experiments.verify;
