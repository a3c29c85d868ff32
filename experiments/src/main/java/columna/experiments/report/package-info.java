/**
 * The report of a run: facts of the run become sections of tables and charts. Below it is the result of a run and the
 * rendering leaf; it simulates nothing.
 */
package columna.experiments.report;
