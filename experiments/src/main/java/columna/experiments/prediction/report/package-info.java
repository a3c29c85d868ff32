/**
 * Draws the report of a chip that predicted a stream. Below it are the run's result and the sections that it shares with other reports.
 */
package columna.experiments.prediction.report;
